package dev.signalbox.graph;

import static dev.signalbox.graph.TestPlan.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.PlanSnapshot.SprintEdge;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sprints that wait for sprints. */
class SprintGateTests {

  private static DerivedState state(PlanGraph graph, String key) {
    return graph.state(key).orElseThrow();
  }

  private static List<String> causes(PlanGraph graph, String key) {
    return graph.derived(key).orElseThrow().rootCauses().stream().map(RootCause::id).toList();
  }

  @Test
  void holdsEveryOpenTaskOfTheLaterSprintUntilTheEarlierIsDone() {
    PlanGraph graph =
        new TestPlan()
            .sprint("1")
            .task("A", TaskState.DONE)
            .task("B", TaskState.DOING)
            .sprint("2", after("1"))
            .task("C", TaskState.TODO)
            .task("D", TaskState.DONE)
            .graph();

    assertThat(state(graph, "C")).isEqualTo(DerivedState.WAITING);
    assertThat(graph.derived("C").orElseThrow().waitsFor()).containsExactly("sprint:1");
    assertThat(graph.derived("C").orElseThrow().depth()).isEqualTo(1);
    assertThat(graph.criticalPath()).containsExactly("B", "C");
    assertThat(graph.holds(new TaskKey("C"))).containsExactly("sprint 1 is not done");
    assertThat(graph.heldBy("B")).containsExactly("C");
    assertThat(state(graph, "D")).isEqualTo(DerivedState.DONE);
  }

  @Test
  void isFreeOnceTheEarlierSprintIsDoneArchivedOrWaivedOrIsNotHere() {
    PlanGraph graph =
        new TestPlan()
            .sprint("ended")
            .task("A", TaskState.DONE)
            .task("B", TaskState.CANCELLED)
            .sprint("archived", true, List.of())
            .sprint("open")
            .task("C", TaskState.TODO)
            .sprint(
                "later",
                after("ended"),
                after("archived"),
                new SprintEdge("the open one", "open", true),
                new SprintEdge("Sprint 190.B", null, false))
            .task("D", TaskState.TODO)
            .graph();

    assertThat(state(graph, "D")).isEqualTo(DerivedState.READY);
  }

  @Test
  void waitsForNoTaskThatLeftThePlan() {
    PlanGraph graph =
        new TestPlan()
            .sprint("1")
            .task("A", TaskState.DONE)
            .blocked("B", TaskState.BLOCKED, "nobody free", null)
            .absent()
            .sprint("2", after("1"))
            .task("C", TaskState.TODO)
            .task("D", TaskState.TODO)
            .sprint("3", after("2"))
            .task("E", TaskState.TODO)
            .graph();

    assertThat(state(graph, "C")).isEqualTo(DerivedState.READY);
    assertThat(state(graph, "B")).isEqualTo(DerivedState.BLOCKED);
    assertThat(state(graph, "E")).isEqualTo(DerivedState.WAITING);
    assertThat(graph.explainSprint("1").orElseThrow().satisfied()).isTrue();
  }

  @Test
  void waitsForWhatIsInPlanBesideWhatLeftIt() {
    PlanGraph graph =
        new TestPlan()
            .sprint("1")
            .blocked("A", TaskState.BLOCKED, "nobody free", null)
            .absent()
            .task("B", TaskState.TODO)
            .sprint("2", after("1"))
            .task("C", TaskState.TODO)
            .graph();

    assertThat(state(graph, "C")).isEqualTo(DerivedState.WAITING);
    assertThat(graph.explainSprint("1").orElseThrow().reason())
        .isEqualTo("1 of 2 tasks open: 1 ready");
  }

  @Test
  void letsRootCausesOfTheEarlierSprintThrough() {
    PlanGraph graph =
        new TestPlan()
            .artefact("the contract", "Upstream", false)
            .sprint("1")
            .task("A", TaskState.BLOCKED, "the contract")
            .sprint("2", after("1"))
            .task("B", TaskState.TODO)
            .task("C", TaskState.DOING)
            .sprint("3", after("2"))
            .task("D", TaskState.TODO)
            .graph();

    assertThat(causes(graph, "D")).containsExactly("external:the contract");
    assertThat(graph.derived("B").orElseThrow().contradiction()).isNull();
    assertThat(graph.derived("C").orElseThrow().contradiction()).startsWith("declared DOING but");
    RankedCause first = graph.rootCauses().getFirst();
    assertThat(first.holds()).isEqualTo(4);
    assertThat(first.freesNow()).containsExactly("A");
    assertThat(first.onCriticalPath()).isEqualTo(3);
    assertThat(first.cause().owner()).isEqualTo("Upstream");
  }

  @Test
  void takesAnEmptySprintForARootCauseUntilSomethingIsKnownOfIt() {
    PlanGraph graph =
        new TestPlan()
            .sprint("1")
            .sprint("2", after("1"))
            .task("A", TaskState.TODO)
            .task("U", TaskState.BLOCKED)
            .graph();

    assertThat(causes(graph, "A")).containsExactly("sprint:1");
    assertThat(causes(graph, "U")).containsExactly("sprint:1", "task:U");
    RankedCause sprint = graph.rootCauses().getFirst();
    assertThat(sprint.cause().kind()).isEqualTo(RootCause.Kind.SPRINT);
    assertThat(sprint.cause().reason()).isEqualTo("sprint 1 has no tasks yet and is not archived");
    assertThat(sprint.freesNow()).containsExactly("A");
  }

  @Test
  void reportsACircleThroughSprints() {
    PlanGraph graph =
        new TestPlan()
            .sprint("1")
            .task("A", TaskState.TODO, "B")
            .sprint("2", after("1"))
            .task("B", TaskState.TODO)
            .task("C", TaskState.TODO)
            .graph();

    assertThat(graph.cycles()).containsExactly(List.of("A", "B", "sprint:1"));
    assertThat(causes(graph, "C")).containsExactly("cycle:A");
    assertThat(graph.derived("A").orElseThrow().rootCauses().getFirst().reason())
        .isEqualTo("wait for each other: A -> B -> sprint:1 -> A");
    assertThat(graph.rootCauses().getFirst().freesNow()).containsExactly("A", "B");
  }

  @Test
  void explainsASprintWithWhatHoldsItAndWhatDoesNotAnyMore() {
    PlanGraph graph =
        new TestPlan()
            .artefact("the contract", "Upstream", false)
            .artefact("the tool", "Upstream", true)
            .sprint("0")
            .task("Z", TaskState.DONE)
            .sprint("1")
            .task("A", TaskState.BLOCKED, "the contract", "the tool", "Z")
            .sprint("2", after("1"), after("0"), new SprintEdge("Sprint 7", null, false))
            .task("B", TaskState.TODO)
            .graph();

    Explanation sprint = graph.explainSprint("2").orElseThrow();
    assertThat(sprint.reason()).isEqualTo("1 of 1 tasks open: 1 blocked");
    assertThat(sprint.because())
        .extracting(Explanation::key)
        .containsExactly("sprint:1", "Sprint 0", "Sprint 7", "B");
    assertThat(sprint.because())
        .extracting(Explanation::satisfied)
        .containsExactly(false, true, false, false);
    Explanation task = sprint.because().getFirst().because().getFirst();
    assertThat(task.because())
        .extracting(Explanation::key)
        .containsExactly("the contract", "the tool", "Z");
    assertThat(task.because().get(1).reason()).isEqualTo("closed by reader");
    assertThat(task.because().get(2).satisfied()).isTrue();
  }

  @Test
  void saysWhatIsOnlyProposedAndHowSure() {
    var plan = new TestPlan().artefact("the contract", "Upstream", false);
    plan.add(
        "A",
        TaskState.BLOCKED,
        List.of(),
        List.of(plan.proposed("waiting on the contract", "the contract", 75)));
    plan.add("B", TaskState.TODO, List.of(), List.of(plan.proposed("pending words", null, 40)));
    PlanGraph graph = plan.graph();

    assertThat(graph.explain("A").orElseThrow().because().getFirst().reason())
        .endsWith(
            "; waiting on the contract (awaited artefact, since 2026-03-01, proposed, 75 % sure)");
    assertThat(causes(graph, "B")).containsExactly("blocker:2");
    assertThat(graph.derived("B").orElseThrow().rootCauses().getFirst().sureness()).isEqualTo(40);
  }

  @Test
  void staysLinearWhenManySprintsWaitInALine() {
    var plan = new TestPlan().artefact("X", null, false);
    for (int sprint = 0; sprint < 500; sprint++) {
      if (sprint == 0) {
        plan.sprint("0").task("T0-0", TaskState.TODO, "X");
      } else {
        plan.sprint("" + sprint, after("" + (sprint - 1)));
      }
      for (int task = 1; task < 100; task++) {
        plan.task("T" + sprint + "-" + task, TaskState.TODO);
      }
    }
    var snapshot = plan.snapshot();

    assertThat(Links.of(snapshot).holding().target.length).isLessThan(2 * snapshot.tasks().size());
    assertThat(PlanGraph.of(snapshot).criticalPath()).hasSize(500);
  }
}
