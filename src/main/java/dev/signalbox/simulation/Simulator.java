package dev.signalbox.simulation;

import dev.signalbox.gate.Gatekeeper;
import dev.signalbox.gate.SupposedGate;
import dev.signalbox.graph.Comparison;
import dev.signalbox.graph.Comparison.StateChange;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.simulation.Outcome.GateChange;
import dev.signalbox.simulation.Outcome.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers what would be if, for several scenarios against one version of a plan. */
@Service
public class Simulator {

  private final Graphs graphs;
  private final Gatekeeper gates;

  Simulator(Graphs graphs, Gatekeeper gates) {
    this.graphs = graphs;
    this.gates = gates;
  }

  /**
   * The answer.
   *
   * @param planVersion that all scenarios were tried on
   * @param outcomes one a scenario, in their order; empty if there are flaws
   * @param flaws patches that cannot be applied, each with its place in the request
   */
  public record Answer(long planVersion, List<Outcome> outcomes, List<Flaw> flaws) {}

  /** A patch that cannot be applied; {@code place} such as {@code scenarios[0].patches[2]}. */
  public record Flaw(String place, String words) {}

  /** Tries each scenario on the plan as it is now; writes nothing. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Answer simulate(ProjectKey project, List<Scenario> scenarios) {
    PlanGraph now = graphs.of(project);
    List<Flaw> flaws = new ArrayList<>();
    List<PlanGraph> supposed = new ArrayList<>();
    for (int at = 0; at < scenarios.size(); at++) {
      supposed.add(PlanGraph.of(apply(now, scenarios.get(at), at, flaws).snapshot()));
    }
    if (!flaws.isEmpty()) {
      return new Answer(now.snapshot().version(), List.of(), List.copyOf(flaws));
    }
    List<List<SupposedGate>> verdicts = gates.suppose(project, with(now, supposed));
    List<Outcome> outcomes = new ArrayList<>();
    for (int at = 0; at < scenarios.size(); at++) {
      outcomes.add(
          outcome(
              scenarios.get(at), now, supposed.get(at), verdicts.getFirst(), verdicts.get(at + 1)));
    }
    return new Answer(now.snapshot().version(), List.copyOf(outcomes), List.of());
  }

  private static List<PlanGraph> with(PlanGraph now, List<PlanGraph> supposed) {
    List<PlanGraph> all = new ArrayList<>(supposed);
    all.addFirst(now);
    return List.copyOf(all);
  }

  private static Supposed apply(PlanGraph now, Scenario scenario, int number, List<Flaw> flaws) {
    Supposed plan = new Supposed(now.snapshot());
    for (int at = 0; at < scenario.patches().size(); at++) {
      String place = "scenarios[" + number + "].patches[" + at + "]";
      Optional<String> objection = plan.apply(scenario.patches().get(at));
      objection.ifPresent(words -> flaws.add(new Flaw(place, words)));
    }
    return plan;
  }

  private static Outcome outcome(
      Scenario scenario,
      PlanGraph now,
      PlanGraph then,
      List<SupposedGate> gatesNow,
      List<SupposedGate> gatesThen) {
    Comparison comparison = new Comparison(now, then);
    List<StateChange> states = comparison.states();
    return new Outcome(
        scenario.name(),
        states,
        tasks(states, change -> change.after() == DerivedState.READY),
        tasks(states, change -> change.before() == DerivedState.READY),
        comparison.causesGone(),
        comparison.causesNew(),
        new Paths(now.criticalPath(), then.criticalPath()),
        comparison.expected(externals(scenario)),
        gateChanges(gatesNow, gatesThen));
  }

  private static List<String> tasks(List<StateChange> states, Predicate<StateChange> which) {
    return states.stream().filter(which).map(StateChange::task).toList();
  }

  private static Set<String> externals(Scenario scenario) {
    return scenario.patches().stream()
        .filter(Patch.OfExternal.class::isInstance)
        .map(Patch::key)
        .collect(Collectors.toSet());
  }

  private static List<GateChange> gateChanges(List<SupposedGate> now, List<SupposedGate> then) {
    Map<String, SupposedGate> before =
        now.stream().collect(Collectors.toMap(SupposedGate::gate, Function.identity()));
    return then.stream()
        .filter(gate -> !gate.equals(before.get(gate.gate())))
        .map(gate -> change(before.get(gate.gate()), gate))
        .toList();
  }

  private static GateChange change(SupposedGate before, SupposedGate after) {
    return new GateChange(
        after.gate(),
        before.verdict(),
        after.verdict(),
        after.requirements().stream()
            .filter(verdict -> !before.requirements().contains(verdict))
            .toList());
  }
}
