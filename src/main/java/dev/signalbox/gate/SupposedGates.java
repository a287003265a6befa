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

  /** A gate as it stands; {@code places} of the tasks of its facts are those in the plan. */
  private static final class Real {
    final Evaluation.Asked asked;
    final int[] places;
    final SupposedGate gate;

    Real(Evaluation.Asked asked, PlanGraph now) {
      this.asked = asked;
      places = asked.facts().tasks().stream().mapToInt(task -> now.taskAt(task.key())).toArray();
      gate = supposed(asked);
    }
  }

  private final List<Real> gates;

  private SupposedGates(List<Real> gates) {
    this.gates = gates;
  }

  /** Gates with their facts, on the tasks of this graph. */
  static SupposedGates of(List<Evaluation.Asked> asked, PlanGraph now) {
    return new SupposedGates(asked.stream().map(gate -> new Real(gate, now)).toList());
  }

  /** All gates by key, as they stand. */
  public List<SupposedGate> now() {
    return gates.stream().map(gate -> gate.gate).toList();
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
    List<TaskFact> supposed = new ArrayList<>();
    for (int at = 0; at < gate.places.length; at++) {
      int task = gate.places[at];
      if (others.get(task)) {
        if (supposed.isEmpty()) {
          supposed.addAll(gate.asked.facts().tasks());
        }
        supposed.set(at, FactsReader.fact(plan, task));
      }
    }
    return supposed.isEmpty() ? gate.gate : supposed(gate.asked.with(supposed));
  }

  private static SupposedGate supposed(Evaluation.Asked gate) {
    return Deciding.suppose(gate.policy(), gate.facts(), gate.now());
  }
}
