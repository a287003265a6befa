package dev.signalbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.graph.Derived;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.RootCause;
import dev.signalbox.graph.WhatIf;
import dev.signalbox.plan.EvidenceKind;
import dev.signalbox.plan.ExternalDesk;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanVerdict;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.StatedEvidence;
import dev.signalbox.plan.TaskDesk;
import dev.signalbox.timeline.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a simulation says comes true when the same is done to the plan. */
@SignalboxTest
class SimulateThenApplyIntegrationTests {

  private static final Actor ACTOR = Actor.person("planner");
  private static final int ROUNDS = 60;
  private static final StatedEvidence SEEN =
      new StatedEvidence(EvidenceKind.STATEMENT, null, null, "seen");

  @Autowired Plan plan;
  @Autowired PlanBook book;
  @Autowired Graphs graphs;
  @Autowired TaskDesk tasks;
  @Autowired ExternalDesk externals;
  @Autowired Simulator simulator;

  @Test
  void comesToTheSameAsDoingIt() {
    int applied = 0;
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      ProjectKey project = new ProjectKey("s" + UUID.randomUUID().toString().substring(0, 12));
      plan.createProject(project, "Suppose", ACTOR);
      SupposedPlans random = new SupposedPlans(round);
      plan.apply(project, random.sprint("W", 4 + round % 9), ACTOR);
      List<Patch> patches = new ArrayList<>();
      Supposed supposed = supposed(plan.snapshot(project));
      for (int step = 0; step < 6; step++) {
        Patch patch = random.patch(supposed.snapshot());
        boolean taken = supposed.apply(patch).isEmpty();
        assertThat(taken).as("%s in round %d", patch, round).isEqualTo(perform(project, patch));
        if (taken) {
          patches.add(patch);
        }
        applied += taken ? 1 : 0;
        refused += taken ? 0 : 1;
      }
      PlanGraph then = PlanGraph.of(supposed.snapshot());
      PlanGraph real = graphs.of(project);
      assertThat(said(then)).as("round %d: %s", round, patches).isEqualTo(said(real));
      assertThat(then.in(DerivedState.READY)).isEqualTo(real.in(DerivedState.READY));
      assertThat(then.criticalPath()).isEqualTo(real.criticalPath());
    }
    assertThat(applied).isGreaterThan(ROUNDS);
    assertThat(refused).isGreaterThan(ROUNDS / 4);
  }

  @Test
  void writesNothing() {
    ProjectKey project = new ProjectKey("s" + UUID.randomUUID().toString().substring(0, 12));
    plan.createProject(project, "Suppose", ACTOR);
    plan.apply(project, new SupposedPlans(7).sprint("W", 8), ACTOR);
    var before = plan.snapshot(project);
    List<Patch> patches =
        before.externals().stream()
            .<Patch>map(
                each -> new Patch.CloseExternal(new dev.signalbox.plan.TargetKey(each.key())))
            .toList();

    var answer = simulator.simulate(project, List.of(new Scenario("all there", patches)));

    assertThat(answer.flaws()).isEmpty();
    assertThat(answer.outcomes().getFirst().states()).isNotEmpty();
    assertThat(plan.snapshot(project)).isEqualTo(before);
  }

  private static Supposed supposed(PlanSnapshot plan) {
    PlanGraph now = PlanGraph.of(plan);
    return new Supposed(now, new WhatIf(now));
  }

  /** Derived states with the kinds of their causes; ids of blockers differ, as they are new. */
  private static Map<String, List<String>> said(PlanGraph graph) {
    return graph.all().stream()
        .collect(
            Collectors.toMap(
                Derived::key,
                derived -> {
                  List<String> causes =
                      derived.rootCauses().stream()
                          .map(SimulateThenApplyIntegrationTests::name)
                          .sorted()
                          .toList();
                  return List.of(
                      derived.state().name(), causes.toString(), derived.waitsFor().toString());
                }));
  }

  private static String name(RootCause cause) {
    return cause.kind() + " " + cause.key() + " " + cause.reason();
  }

  private boolean perform(ProjectKey project, Patch patch) {
    PlanVerdict verdict =
        switch (patch) {
          case Patch.OfTask ofTask -> {
            Patch real = ofTask;
            if (ofTask instanceof Patch.Unblock(var task, Long id) && id != null && id < 0) {
              real = new Patch.Unblock(task, newest(project, ofTask));
            }
            yield tasks.perform(
                project,
                ofTask.task(),
                book.task(project, null, ofTask.task()).orElseThrow().version(),
                ((Patch.OfTask) real).command(),
                ACTOR);
          }
          case Patch.OfExternal ofExternal -> external(project, ofExternal);
          case Patch.WaiveSprint waive -> throw new IllegalArgumentException(waive.toString());
        };
    return verdict instanceof PlanVerdict.Changed || verdict instanceof PlanVerdict.Unchanged;
  }

  /** A blocker that was only supposed has another id in the plan: there it is the newest. */
  private long newest(ProjectKey project, Patch.OfTask patch) {
    return book.task(project, null, patch.task()).orElseThrow().blockers().stream()
        .filter(dev.signalbox.plan.BlockerView::holds)
        .mapToLong(dev.signalbox.plan.BlockerView::id)
        .max()
        .orElseThrow();
  }

  private PlanVerdict external(ProjectKey project, Patch.OfExternal patch) {
    long version = book.external(project, null, patch.external()).orElseThrow().version();
    return switch (patch) {
      case Patch.CloseExternal _ ->
          externals.close(project, patch.external(), version, SEEN, ACTOR);
      case Patch.RevokeExternal _ ->
          externals.revoke(project, patch.external(), version, "not there", ACTOR);
      case Patch.Delay delay -> throw new IllegalArgumentException(delay.toString());
    };
  }
}
