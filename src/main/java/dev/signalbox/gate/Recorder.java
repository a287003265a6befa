package dev.signalbox.gate;

import dev.signalbox.gate.digest.CanonicalJson;
import dev.signalbox.gate.digest.Digests;
import dev.signalbox.gate.ledger.DecisionBook;
import dev.signalbox.gate.ledger.DecisionRow;
import dev.signalbox.gate.ledger.SubjectBook;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns decisions into records. Callers hold the lock of the gate. */
@Component
class Recorder {

  private final DecisionBook decisions;
  private final SubjectBook subjects;
  private final PolicyJson json;
  private final Timeline timeline;
  private final GateMeters meters;

  Recorder(
      DecisionBook decisions,
      SubjectBook subjects,
      PolicyJson json,
      Timeline timeline,
      GateMeters meters) {
    this.decisions = decisions;
    this.subjects = subjects;
    this.json = json;
    this.timeline = timeline;
    this.meters = meters;
  }

  /** Whether the decision says anything that is not on record. */
  boolean isNews(long gate, Decision decision) {
    return decisions.last(gate).map(last -> differs(last, decision)).orElse(true)
        || !subjects.isNewest(gate, decision.subject().digest());
  }

  /** Records the decision if it says something new. */
  void recordIfNew(long gate, GatePolicy policy, Decision decision, String cause, Actor actor) {
    see(gate, decision);
    Optional<DecisionRow> last = decisions.last(gate);
    if (last.isEmpty() || differs(last.get(), decision)) {
      add(gate, policy, decision, cause, actor, last.orElse(null));
    }
  }

  /** Records the decision in any case, and returns its number. */
  long record(long gate, GatePolicy policy, Decision decision, String cause, Actor actor) {
    see(gate, decision);
    return add(gate, policy, decision, cause, actor, decisions.last(gate).orElse(null));
  }

  private void see(long gate, Decision decision) {
    Subject subject = decision.subject();
    subjects.see(gate, subject.digest(), subject.text(), decision.decidedAt());
  }

  /** Other verdicts are news; another subject is so only while the gate is open on it. */
  private boolean differs(DecisionRow last, Decision decision) {
    boolean sameVerdict = last.verdict().equals(decision.verdict().name());
    boolean sameSubject = last.subjectDigest().equals(decision.subject().digest());
    return !sameVerdict
        || (decision.verdict() == GateVerdict.OPEN && !sameSubject)
        || !standings(json.list(last.requirements())).equals(standings(documents(decision)));
  }

  private static List<String> standings(List<Map<String, Object>> requirements) {
    return requirements.stream()
        .map(each -> each.get("requirement") + ": " + each.get("standing"))
        .toList();
  }

  private static List<Map<String, Object>> documents(Decision decision) {
    return decision.requirements().stream().map(RequirementVerdict::document).toList();
  }

  private long add(
      long gate,
      GatePolicy policy,
      Decision decision,
      String cause,
      Actor actor,
      @Nullable DecisionRow last) {
    String inputs = decision.inputs();
    DecisionRow row =
        new DecisionRow(
            last == null ? 1 : last.number() + 1,
            decision.verdict().name(),
            decision.subject().digest(),
            Digests.of(inputs),
            inputs,
            CanonicalJson.write(documents(decision)),
            cause,
            actor,
            decision.decidedAt());
    decisions.add(gate, row);
    meters.decided(decision.verdict());
    timeline.record(
        new Recordable(
            policy.project().value(),
            actor,
            action(last, decision.verdict()),
            "gate",
            policy.key().value(),
            last == null ? null : values(last),
            values(row)));
    return row.number();
  }

  private static String action(@Nullable DecisionRow last, GateVerdict verdict) {
    String before = last == null ? GateVerdict.CLOSED.name() : last.verdict();
    if (Objects.equals(before, verdict.name())) {
      return "gate.decided";
    }
    return verdict == GateVerdict.OPEN ? "gate.opened" : "gate.closed";
  }

  private static Map<String, Object> values(DecisionRow row) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("verdict", row.verdict());
    values.put("decision", row.number());
    values.put("subjectDigest", row.subjectDigest());
    values.put("decisionDigest", row.decisionDigest());
    values.put("cause", row.cause());
    return values;
  }
}
