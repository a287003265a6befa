package dev.signalbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.signalbox.gate.GateVerdict;
import dev.signalbox.gate.Gatekeeper;
import dev.signalbox.gate.SupposedGate;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Scenarios against gates, one after the other. */
class SimulatorTests {

  private static final ProjectKey PROJECT = new ProjectKey("demo");
  private static final TaskKey A = new TaskKey("A");
  private static final int SCENARIOS = 12;

  private final Graphs graphs = mock(Graphs.class);
  private final Gatekeeper gates = mock(Gatekeeper.class);
  private final Simulator simulator = new Simulator(graphs, gates);

  private static PlanGraph plan() {
    var task =
        new Task(A, "Work", "S", TaskState.TODO, null, List.of(), List.of(), List.of(), false, 1);
    return PlanGraph.of(new PlanSnapshot(PROJECT, 1, List.of(), List.of(task), List.of()));
  }

  /** A gate that is open once A is done. */
  private static List<SupposedGate> judge(PlanGraph graph) {
    boolean done = graph.snapshot().tasks().getFirst().state() == TaskState.DONE;
    return List.of(new SupposedGate("g", done ? GateVerdict.OPEN : GateVerdict.CLOSED, List.of()));
  }

  private List<Outcome> simulate(Function<Supplier<PlanGraph>, List<SupposedGate>> judge) {
    when(graphs.of(PROJECT)).thenReturn(plan());
    when(gates.supposing(PROJECT)).thenReturn(judge);
    Scenario start = new Scenario("start", List.of(new Patch.Start(A)));
    List<Scenario> scenarios = new ArrayList<>(Collections.nCopies(SCENARIOS, start));
    scenarios.add(new Scenario("finish", List.of(new Patch.Finish(A))));
    return simulator.simulate(PROJECT, scenarios).outcomes();
  }

  @Test
  void comparesEachScenarioWithTheGatesOfThePlan() {
    List<Outcome> outcomes = simulate(graph -> judge(graph.get()));

    assertThat(outcomes.getFirst().gates()).isEmpty();
    assertThat(outcomes.getLast().gates())
        .extracting(Outcome.GateChange::after)
        .containsExactly(GateVerdict.OPEN);
    verify(gates, times(1)).supposing(PROJECT);
  }

  @Test
  void keepsNoGraphOfAScenarioThatWasLookedAt() {
    List<WeakReference<PlanGraph>> seen = new ArrayList<>();
    List<WeakReference<PlanGraph>> alive = new ArrayList<>();
    simulate(
        graph -> {
          if (seen.size() == SCENARIOS) {
            System.gc();
            seen.stream().filter(each -> each.get() != null).forEach(alive::add);
          }
          seen.add(new WeakReference<>(graph.get()));
          return judge(graph.get());
        });

    assertThat(seen).hasSize(SCENARIOS + 2);
    assertThat(alive).hasSizeLessThanOrEqualTo(3);
  }
}
