package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.TaskFact;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.Supposition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The gates of a project as they stand, to be judged under one supposition after the other. A gate
 * is decided anew only where a task that it looks at stands in another way. Decides for nobody.
 */
public final class SupposedGates {

  /**
   * A gate as it stands.
   *
   * @param places of the tasks of its facts, in the plan
   */
  private record Real(Evaluation.Result result, int[] places, SupposedGate gate) {}

  private final List<Real> gates;

  private SupposedGates(List<Real> gates) {
    this.gates = gates;
  }

  /** Gates as they were evaluated, on the tasks of this graph. */
  static SupposedGates of(List<Evaluation.Result> results, PlanGraph now) {
    return new SupposedGates(
        results.stream()
            .map(
                result ->
                    new Real(
                        result,
                        result.facts().tasks().stream()
                            .mapToInt(task -> now.taskAt(task.key()))
                            .toArray(),
                        supposed(result)))
            .toList());
  }

  /** All gates by key, as they stand. */
  public List<SupposedGate> now() {
    return gates.stream().map(Real::gate).toList();
  }

  /** The same gates in the same order, as they would stand. */
  public List<SupposedGate> then(Supposition plan) {
    if (gates.isEmpty()) {
      return List.of();
    }
    BitSet others = plan.others();
    return gates.stream().map(gate -> then(gate, plan, others)).toList();
  }

  private static SupposedGate then(Real gate, Supposition plan, BitSet others) {
    List<TaskFact> real = gate.result().facts().tasks();
    List<TaskFact> supposed = new ArrayList<>(real);
    boolean differs = false;
    for (int at = 0; at < gate.places().length; at++) {
      int task = gate.places()[at];
      if (others.get(task)) {
        supposed.set(at, FactsReader.fact(plan.task(task), plan.held(task)));
        differs |= !supposed.get(at).equals(real.get(at));
      }
    }
    return differs ? supposed(Evaluation.supposing(gate.result(), supposed)) : gate.gate();
  }

  private static SupposedGate supposed(Evaluation.Result result) {
    Decision decision = result.decision();
    return new SupposedGate(
        result.policy().key().value(), decision.verdict(), decision.requirements());
  }
}
