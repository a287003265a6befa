package dev.signalbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.TestPeople.Person;
import dev.signalbox.access.Caller;
import dev.signalbox.access.Role;
import dev.signalbox.gate.ApprovalVerdict;
import dev.signalbox.gate.Approvals;
import dev.signalbox.gate.GateDefinition;
import dev.signalbox.gate.GateKey;
import dev.signalbox.gate.Gatekeeper;
import dev.signalbox.gate.NothingBlocked;
import dev.signalbox.gate.Requirement;
import dev.signalbox.gate.Scope;
import dev.signalbox.gate.TasksDone;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.Reachable;
import dev.signalbox.graph.WhatIf;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.timeline.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a simulation says comes true when the same is done to the plan, by every kind of patch. */
@SignalboxTest
class SimulateThenApplyIntegrationTests {

  private static final Actor KEEPER = Actor.person("keeper");
  private static final int ROUNDS = 90;
  private static final int STEPS = 6;

  @Autowired Plan plan;
  @Autowired PlanBook book;
  @Autowired Graphs graphs;
  @Autowired Gatekeeper gatekeeper;
  @Autowired PlanHands hands;
  @Autowired TestPeople people;
  @Autowired Simulator simulator;
  @Autowired Clock clock;

  private record Tried(Patch patch, boolean taken) {}

  @Test
  void comesToTheSameAsDoingIt() {
    int refused = 0;
    Set<Class<?>> taken = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      var random = new SupposedPlans(round);
      ProjectKey project = project(random, 3 + round % 7);
      Supposed supposed = supposed(project);
      List<Tried> all = patches(random, supposed);
      List<Patch> patches = all.stream().filter(Tried::taken).map(Tried::patch).toList();
      var before = Told.of(graphs.of(project), gatekeeper.list(project));
      Simulator.Answer answer = simulator.simulate(project, List.of(new Scenario(null, patches)));

      for (Tried each : all) {
        assertThat(hands.perform(project, each.patch()))
            .as("round %d: %s of %s", round, each.patch(), all)
            .isEqualTo(each.taken());
      }

      String what = "round %d: %s".formatted(round, patches);
      assertThat(Told.declared(supposed.snapshot()))
          .as(what)
          .isEqualTo(Told.declared(plan.snapshot(project)));
      var after = Told.of(graphs.of(project), gatekeeper.list(project));
      assertThat(answer.flaws()).as(what).isEmpty();
      Told.Changes said = Told.changes(answer.criticalPath(), answer.outcomes().getFirst());
      assertThat(said).as(what).isEqualTo(before.changesTo(after));
      patches.forEach(patch -> taken.add(patch.getClass()));
      refused += all.size() - patches.size();
    }
    assertThat(taken).isEqualTo(kinds());
    assertThat(refused).isGreaterThan(ROUNDS / 4);
  }

  @Test
  void writesNothingAndKeepsNoGraph() throws IllegalAccessException {
    ProjectKey project = project(new SupposedPlans(7), 8);
    var before = plan.snapshot(project);
    List<Patch> patches =
        before.externals().stream()
            .<Patch>map(each -> new Patch.CloseExternal(new TargetKey(each.key())))
            .toList();

    var answer = simulator.simulate(project, List.of(new Scenario("all there", patches)));

    assertThat(answer.flaws()).isEmpty();
    assertThat(answer.outcomes().getFirst().states()).isNotEmpty();
    assertThat(plan.snapshot(project)).isEqualTo(before);
    assertThat(Reachable.count(Outcome.class, answer)).isEqualTo(1);
    assertThat(Reachable.count(PlanGraph.class, answer)).isZero();
  }

  /** Every kind of patch there is. */
  private static Set<Class<?>> kinds() {
    Set<Class<?>> kinds = new HashSet<>();
    List<Class<?>> open = new ArrayList<>(List.of(Patch.class));
    while (!open.isEmpty()) {
      Class<?> next = open.removeLast();
      if (next.isSealed()) {
        open.addAll(List.of(next.getPermittedSubclasses()));
      } else {
        kinds.add(next);
      }
    }
    return kinds;
  }

  /** Patches in turn, with whether each was taken; none contradicts one that was taken before. */
  private static List<Tried> patches(SupposedPlans random, Supposed supposed) {
    List<Tried> all = new ArrayList<>();
    var contradictions = new Contradictions();
    for (int step = 0; step < STEPS; step++) {
      Patch patch = random.patch(supposed.snapshot());
      if (contradictions.against(step, patch).isEmpty()) {
        all.add(new Tried(patch, supposed.apply(patch).isEmpty()));
      }
    }
    return all;
  }

  private Supposed supposed(ProjectKey project) {
    PlanSnapshot snapshot = plan.snapshot(project);
    List<TaskKey> keys = snapshot.tasks().stream().map(PlanSnapshot.Task::key).toList();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    PlanGraph now = PlanGraph.of(snapshot);
    return new Supposed(
        now, new WhatIf(now), new PatchedTasks(book.resumeStates(project, keys), today));
  }

  /** Two sprints, one after the other, of which some tasks were blocked by hand; four gates. */
  private ProjectKey project(SupposedPlans random, int tasks) {
    ProjectKey project = new ProjectKey("s" + UUID.randomUUID().toString().substring(0, 12));
    plan.createProject(project, "Suppose", PlanHands.ACTOR);
    plan.apply(project, random.sprint("V", 3), PlanHands.ACTOR);
    plan.apply(project, random.sprint("W", tasks, "Sprint V"), PlanHands.ACTOR);
    for (int step = 0; step < STEPS; step++) {
      hands.perform(project, random.halt(plan.snapshot(project)));
    }
    gate(project, "first", new Scope.OfSprint("V"), new TasksDone(null));
    gate(project, "free", new Scope.Everything(), new NothingBlocked(null));
    gate(
        project,
        "named",
        new Scope.OfTasks(List.of("W-0", "W-2")),
        new TasksDone(null),
        new NothingBlocked(new Scope.OfSprint("W")));
    gate(project, "signed", new Scope.OfSprint("W"), new Approvals(1));
    approve(project, new GateKey("signed"));
    return project;
  }

  private void gate(ProjectKey project, String key, Scope scope, Requirement... requirements) {
    gatekeeper.define(
        project, new GateKey(key), new GateDefinition(key, scope, List.of(requirements)), KEEPER);
  }

  private void approve(ProjectKey project, GateKey gate) {
    Person anna = people.person(project.value(), Role.RELEASE_MANAGER);
    gatekeeper.request(project, gate, KEEPER);
    String digest = gatekeeper.evaluate(project, gate).orElseThrow().subjectDigest();
    Caller caller =
        new Caller(
            anna.actor(),
            false,
            Map.of(project.value(), Set.of(Role.RELEASE_MANAGER)),
            TestPeople.ALL_SCOPES);
    assertThat(gatekeeper.approve(project, gate, digest, "", caller))
        .isInstanceOf(ApprovalVerdict.Recorded.class);
  }
}
