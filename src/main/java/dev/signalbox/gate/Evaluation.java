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
    Asked asked = asked(gate);
    return new Result(
        asked.policy(), asked.facts(), Deciding.decide(asked.policy(), asked.facts(), asked.now()));
  }

  /** A gate that nobody has decided yet: all that it is decided on, and when. */
  record Asked(GatePolicy policy, GateFacts facts, Instant now) {

    /** The same but for the tasks, which are as somebody supposes them. */
    Asked with(List<TaskFact> tasks) {
      return new Asked(
          policy,
          new GateFacts(
              tasks, facts.jobs(), facts.request(), facts.approvals(), facts.releaseManagers()),
          now);
    }
  }

  Asked asked(Gate gate) {
    GatePolicy policy = gate.policy(json);
    return new Asked(policy, facts.read(gate.id(), policy), now());
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
