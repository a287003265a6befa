package dev.signalbox.simulation;

import dev.signalbox.gate.Gatekeeper;
import dev.signalbox.gate.SupposedGate;
import dev.signalbox.graph.Comparison.ExpectedChange;
import dev.signalbox.graph.Comparison.StateChange;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.Difference;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanChange;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.WhatIf;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.simulation.Outcome.GateChange;
import dev.signalbox.simulation.Outcome.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

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
    WhatIf whatIf = new WhatIf(now);
    List<Flaw> flaws = new ArrayList<>();
    List<Supposed> supposed = new ArrayList<>();
    for (int at = 0; at < scenarios.size(); at++) {
      supposed.add(apply(now, whatIf, scenarios.get(at), at, flaws));
    }
    if (!flaws.isEmpty()) {
      return new Answer(now.snapshot().version(), List.of(), List.copyOf(flaws));
    }
    Function<Supplier<PlanGraph>, List<SupposedGate>> verdicts = gates.supposing(project);
    List<SupposedGate> gatesNow = verdicts.apply(() -> now);
    List<Outcome> outcomes = new ArrayList<>();
    for (int at = 0; at < scenarios.size(); at++) {
      PlanChange change = supposed.get(at).change();
      Supplier<PlanGraph> then = then(now, supposed.get(at));
      List<GateChange> gateChanges = gateChanges(gatesNow, verdicts.apply(then));
      Difference difference = whatIf.difference(change, then);
      outcomes.add(outcome(scenarios.get(at), whatIf, difference, gateChanges));
    }
    return new Answer(now.snapshot().version(), List.copyOf(outcomes), List.of());
  }

  /**
   * A whole graph is built only for whoever asks: gates, or where a change reaches far. It is kept
   * no longer than its scenario is looked at, as a large plan has large graphs.
   */
  private static Supplier<PlanGraph> then(PlanGraph now, Supposed supposed) {
    return SingletonSupplier.of(() -> now.advanced(supposed.snapshot()))::obtain;
  }

  private static Supposed apply(
      PlanGraph now, WhatIf whatIf, Scenario scenario, int number, List<Flaw> flaws) {
    Supposed plan = new Supposed(now, whatIf);
    for (int at = 0; at < scenario.patches().size(); at++) {
      String place = "scenarios[" + number + "].patches[" + at + "]";
      Optional<String> objection = plan.apply(scenario.patches().get(at));
      objection.ifPresent(words -> flaws.add(new Flaw(place, words)));
    }
    return plan;
  }

  private static Outcome outcome(
      Scenario scenario, WhatIf whatIf, Difference difference, List<GateChange> gateChanges) {
    List<StateChange> states =
        difference.states().stream()
            .map(each -> new StateChange(each.task(), each.before(), each.after()))
            .toList();
    return new Outcome(
        scenario.name(),
        states,
        tasks(states, change -> change.after() == DerivedState.READY),
        tasks(states, change -> change.before() == DerivedState.READY),
        difference.causesGone(),
        difference.causesNew(),
        new Paths(whatIf.criticalPath(), difference.criticalPath()),
        difference.days().stream()
            .map(each -> new ExpectedChange(each.task(), each.before(), each.after()))
            .toList(),
        gateChanges);
  }

  private static List<String> tasks(List<StateChange> states, Predicate<StateChange> which) {
    return states.stream().filter(which).map(StateChange::task).toList();
  }

  /** Both lists hold the same gates in the same order. */
  private static List<GateChange> gateChanges(List<SupposedGate> now, List<SupposedGate> then) {
    return IntStream.range(0, now.size())
        .filter(gate -> !now.get(gate).equals(then.get(gate)))
        .mapToObj(gate -> change(now.get(gate), then.get(gate)))
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
