package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.ApprovalFact;
import dev.signalbox.gate.GateFacts.TaskFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Decides one gate on what is there at this moment; the only way from tables to a decision. */
@Component
class Evaluation {

  private final FactsReader facts;
  private final PolicyJson json;
  private final Primary primary;

  Evaluation(FactsReader facts, PolicyJson json, Primary primary) {
    this.facts = facts;
    this.json = json;
    this.primary = primary;
  }

  /** The gate's policy, the facts, and what follows from them. */
  record Result(GatePolicy policy, GateFacts facts, Decision decision) {}

  GatePolicy policy(Gate gate) {
    return gate.policy(json);
  }

  Result of(Gate gate) {
    GatePolicy policy = gate.policy(json);
    GateFacts found = facts.read(gate.id(), policy);
    return new Result(policy, found, Deciding.decide(policy, found, now()));
  }

  /** The same facts but for the tasks, which are as somebody supposes them. */
  static Result supposing(Result real, List<TaskFact> tasks) {
    GateFacts facts = real.facts();
    GateFacts supposed =
        new GateFacts(
            tasks,
            facts.jobs(),
            facts.request(),
            facts.approvals(),
            facts.releaseManagers());
    Decision decision = Deciding.decide(real.policy(), supposed, real.decision().decidedAt());
    return new Result(real.policy(), supposed, decision);
  }

  /** The same facts and one word more: what somebody says is about what they were shown. */
  Result with(Result shown, ApprovalFact word) {
    GateFacts before = shown.facts();
    List<ApprovalFact> words = new ArrayList<>(before.approvals());
    words.add(word);
    GateFacts after =
        new GateFacts(
            before.tasks(), before.jobs(), before.request(), words, before.releaseManagers());
    return new Result(shown.policy(), after, Deciding.decide(shown.policy(), after, now()));
  }

  /** The database's time: that of the evidence, whatever the clock of this node says. */
  Instant now() {
    return primary.now();
  }
}
