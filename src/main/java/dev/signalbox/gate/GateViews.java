package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.ApprovalFact;
import dev.signalbox.gate.GateFacts.RequestFact;
import dev.signalbox.gate.GateView.ApprovalView;
import dev.signalbox.gate.GateView.RequestView;
import dev.signalbox.gate.digest.CanonicalJson;
import dev.signalbox.gate.digest.Digests;
import dev.signalbox.gate.ledger.DecisionBook;
import dev.signalbox.gate.ledger.DecisionRow;
import dev.signalbox.gate.ledger.SubjectBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts into words for people and programs what was evaluated or stored. */
@Component
class GateViews {

  /** As many people as anybody reads of; all words stay in the decisions. */
  private static final int MAX_APPROVALS = 50;

  private final SubjectBook subjects;
  private final DecisionBook decisions;
  private final PolicyJson json;

  GateViews(SubjectBook subjects, DecisionBook decisions, PolicyJson json) {
    this.subjects = subjects;
    this.decisions = decisions;
    this.json = json;
  }

  GateView view(long gate, Evaluation.Result result) {
    GatePolicy policy = result.policy();
    Decision decision = result.decision();
    RequestFact request = result.facts().request();
    return new GateView(
        policy.project().value(),
        policy.key().value(),
        policy.name(),
        policy.scope().document(),
        policy.requirements().stream().map(Requirement::document).toList(),
        policy.policyVersion(),
        policy.lastEditedBy(),
        decision.verdict(),
        decision.decidedAt(),
        decision.subject().digest(),
        decision.requirements(),
        request == null
            ? null
            : new RequestView(request.requester(), request.at(), request.subjectDigest()),
        approvals(gate, result),
        decisions.last(gate).map(DecisionRow::number).orElse(null));
  }

  /** What changed from the named subject to the present one; null if the named one is not known. */
  @Nullable List<Change> difference(long gate, String digest, Subject now) {
    return subjects
        .find(gate, digest)
        .map(body -> Difference.between(json.object(body), now.document()))
        .orElse(null);
  }

  DecisionView view(DecisionRow row) {
    return new DecisionView(
        row.number(),
        GateVerdict.valueOf(row.verdict()),
        row.subjectDigest(),
        row.decisionDigest(),
        matches(row),
        row.inputs(),
        json.list(row.requirements()),
        row.cause(),
        row.actor(),
        row.decidedAt());
  }

  /** Both digests anew: that of the stored bytes, and that of the subject within them. */
  private boolean matches(DecisionRow row) {
    Map<String, Object> inputs = json.object(row.inputs());
    return Digests.of(row.inputs()).equals(row.decisionDigest())
        && row.subjectDigest().equals(inputs.get("subjectDigest"))
        && row.subjectDigest().equals(Digests.of(CanonicalJson.write(inputs.get("subject"))));
  }

  /** Of each person the word on this subject; of who said none on it, the newest on another. */
  private List<ApprovalView> approvals(long gate, Evaluation.Result result) {
    Subject now = result.decision().subject();
    Map<String, ApprovalFact> byPerson = new LinkedHashMap<>();
    for (ApprovalFact word : result.facts().approvals().reversed()) {
      if (word.subjectDigest().equals(now.digest())) {
        byPerson.put(word.person(), word);
      } else {
        byPerson.putIfAbsent(word.person(), word);
      }
    }
    return byPerson.values().stream()
        .limit(MAX_APPROVALS)
        .map(word -> approval(gate, word, now))
        .toList();
  }

  private ApprovalView approval(long gate, ApprovalFact word, Subject now) {
    boolean stale = !word.subjectDigest().equals(now.digest());
    return new ApprovalView(
        word.person(),
        word.word(),
        word.comment(),
        word.at(),
        word.subjectDigest(),
        stale,
        stale ? difference(gate, word.subjectDigest(), now) : null);
  }
}
