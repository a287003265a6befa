package dev.signalbox.simulation;

import dev.signalbox.gate.Gatekeeper;
import dev.signalbox.gate.SupposedGate;
import dev.signalbox.gate.SupposedGates;
import dev.signalbox.graph.Comparison.DeclaredChange;
import dev.signalbox.graph.Comparison.ExpectedChange;
import dev.signalbox.graph.Comparison.StateChange;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.Difference;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.Supposition;
import dev.signalbox.graph.WhatIf;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.simulation.Outcome.GateChange;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers what would be if, for several scenarios against one version of a plan. */
@Service
public class Simulator {

  private final Graphs graphs;
  private final Gatekeeper gates;
  private final PlanBook book;
  private final Clock clock;

  Simulator(Graphs graphs, Gatekeeper gates, PlanBook book, Clock clock) {
    this.graphs = graphs;
    this.gates = gates;
    this.book = book;
    this.clock = clock;
  }

  /**
   * The answer.
   *
   * @param planVersion that all scenarios were tried on
   * @param criticalPath the longest chain of open tasks now, from the one to begin with
   * @param outcomes one a scenario, in their order; empty if there are flaws
   * @param flaws patches that cannot be applied, each with its place in the request
   */
  public record Answer(
      long planVersion, List<String> criticalPath, List<Outcome> outcomes, List<Flaw> flaws) {}

  /** A patch that cannot be applied; {@code place} such as {@code scenarios[0].patches[2]}. */
  public record Flaw(String place, String words) {}

  /** Tries each scenario on the plan as it is now; writes nothing. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Answer simulate(ProjectKey project, List<Scenario> scenarios) {
    PlanGraph now = graphs.of(project);
    Optional<Flaw> tooMany = tooMany(scenarios);
    if (tooMany.isPresent()) {
      return new Answer(now.snapshot().version(), List.of(), List.of(), List.of(tooMany.get()));
    }
    WhatIf whatIf = new WhatIf(now);
    Map<TaskKey, TaskState> resumes = book.resumeStates(project, unblocked(scenarios));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Flaw> flaws = new ArrayList<>();
    List<Supposed> supposed = new ArrayList<>();
    for (int at = 0; at < scenarios.size(); at++) {
      var plan = new Supposed(now, whatIf, new PatchedTasks(resumes, today));
      apply(scenarios.get(at).patches(), plan, "scenarios[" + at + "]", flaws);
      supposed.add(plan);
    }
    if (!flaws.isEmpty()) {
      return new Answer(
          now.snapshot().version(), whatIf.criticalPath(), List.of(), List.copyOf(flaws));
    }
    SupposedGates verdicts = gates.supposing(project, now);
    List<String> path = whatIf.criticalPath();
    List<Outcome> outcomes = new ArrayList<>();
    for (int at = 0; at < scenarios.size(); at++) {
      Scenario scenario = scenarios.get(at);
      Supposed plan = supposed.get(at);
      outcomes.add(
          whatIf.suppose(
              plan.change(),
              plan::snapshot,
              then -> outcome(scenario.name(), plan.declared(), path, then, verdicts)));
    }
    return new Answer(now.snapshot().version(), path, List.copyOf(outcomes), List.of());
  }

  private static Optional<Flaw> tooMany(List<Scenario> scenarios) {
    int patches = 0;
    for (int at = 0; at < scenarios.size(); at++) {
      int room = Scenario.MAX_PATCHES_OF_ALL - patches;
      patches += scenarios.get(at).patches().size();
      if (patches > Scenario.MAX_PATCHES_OF_ALL) {
        return Optional.of(
            new Flaw(
                "scenarios[%d].patches[%d]".formatted(at, room),
                "This is the first patch beyond the %d that one call may have."
                    .formatted(Scenario.MAX_PATCHES_OF_ALL)));
      }
    }
    return Optional.empty();
  }

  /** Tasks that may go back to where they were. */
  private static Set<TaskKey> unblocked(List<Scenario> scenarios) {
    return scenarios.stream()
        .flatMap(scenario -> scenario.patches().stream())
        .filter(Patch.Unblock.class::isInstance)
        .map(patch -> ((Patch.Unblock) patch).task())
        .collect(Collectors.toSet());
  }

  private static void apply(List<Patch> patches, Supposed plan, String scenario, List<Flaw> flaws) {
    var contradictions = new Contradictions();
    for (int at = 0; at < patches.size(); at++) {
      Patch patch = patches.get(at);
      String place = scenario + ".patches[" + at + "]";
      contradictions
          .against(at, patch)
          .or(() -> plan.apply(patch))
          .ifPresent(words -> flaws.add(new Flaw(place, words)));
    }
  }

  private static Outcome outcome(
      @Nullable String name,
      List<DeclaredChange> declared,
      List<String> path,
      Supposition then,
      SupposedGates gates) {
    Difference difference = then.difference();
    List<StateChange> states =
        difference.states().stream()
            .map(each -> new StateChange(each.task(), each.before(), each.after()))
            .toList();
    return new Outcome(
        name,
        declared,
        states,
        tasks(states, change -> change.after() == DerivedState.READY),
        tasks(states, change -> change.before() == DerivedState.READY),
        difference.causesGone(),
        difference.causesNew(),
        PathChange.between(path, difference.criticalPath()).orElse(null),
        difference.days().stream()
            .map(each -> new ExpectedChange(each.task(), each.before(), each.after()))
            .toList(),
        gateChanges(gates.now(), gates.then(then)));
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
