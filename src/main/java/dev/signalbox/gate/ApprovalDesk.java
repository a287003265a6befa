package dev.signalbox.gate;

import dev.signalbox.access.Caller;
import dev.signalbox.gate.GateFacts.ApprovalFact;
import dev.signalbox.gate.ledger.ApprovalBook;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes the words of release managers, and binds each to exactly what is there under the lock. */
@Component
class ApprovalDesk {

  private final ApprovalBook approvals;
  private final Evaluation evaluation;
  private final ApprovalRules rules;
  private final Recorder recorder;
  private final GateViews views;
  private final Timeline timeline;
  private final GateMeters meters;

  ApprovalDesk(
      ApprovalBook approvals,
      Evaluation evaluation,
      ApprovalRules rules,
      Recorder recorder,
      GateViews views,
      Timeline timeline,
      GateMeters meters) {
    this.approvals = approvals;
    this.evaluation = evaluation;
    this.rules = rules;
    this.recorder = recorder;
    this.views = views;
    this.timeline = timeline;
    this.meters = meters;
  }

  /** What somebody says of the subject with this digest. */
  record Word(String digest, ApprovalWord word, String comment, Caller caller) {}

  /** Needs the lock of the gate: from here to the end of the transaction no evidence changes. */
  ApprovalVerdict say(Gate gate, Word word) {
    Evaluation.Result shown = evaluation.of(gate);
    Optional<ApprovalVerdict.Refused> refused = rules.refusal(gate.id(), shown, word);
    if (refused.isPresent()) {
      return refused(shown.policy(), word, refused.get());
    }
    ApprovalFact fact =
        new ApprovalFact(
            word.caller().actor().name(),
            word.word(),
            word.comment(),
            evaluation.now(),
            shown.decision().subject().digest());
    approvals.add(gate.id(), fact);
    meters.said(word.word());
    record(shown.policy(), word, action(word.word()), Map.of());
    return recorded(gate, shown, fact, word);
  }

  private ApprovalVerdict recorded(
      Gate gate, Evaluation.Result shown, ApprovalFact fact, Word word) {
    Evaluation.Result result = evaluation.with(shown, fact);
    String cause = word.word().name().toLowerCase(Locale.ROOT) + " by " + name(word);
    long number =
        recorder.record(
            gate.id(), result.policy(), result.decision(), cause, word.caller().actor());
    return new ApprovalVerdict.Recorded(views.view(gate.id(), result), number);
  }

  private ApprovalVerdict refused(GatePolicy policy, Word word, ApprovalVerdict.Refused refused) {
    meters.refused();
    record(policy, word, "gate.approval-refused", Map.of("reason", refused.reason()));
    return refused;
  }

  private void record(GatePolicy policy, Word word, String action, Map<String, Object> more) {
    Map<String, Object> values = new LinkedHashMap<>(more);
    values.put("word", word.word().name());
    values.put("subjectDigest", word.digest());
    values.put("comment", word.comment());
    timeline.record(
        new Recordable(
            policy.project().value(),
            word.caller().actor(),
            action,
            "gate",
            policy.key().value(),
            null,
            values));
  }

  private static String action(ApprovalWord word) {
    return switch (word) {
      case APPROVE -> "gate.approved";
      case REJECT -> "gate.rejected";
    };
  }

  private static String name(Word word) {
    return word.caller().actor().name();
  }
}
