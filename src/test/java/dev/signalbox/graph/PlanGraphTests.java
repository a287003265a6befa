package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of readiness one by one, and shapes that break careless code. */
class PlanGraphTests {

  private static Derived derived(PlanGraph graph, String key) {
    return graph.derived(key).orElseThrow();
  }

  private static List<String> causes(PlanGraph graph, String key) {
    return derived(graph, key).rootCauses().stream().map(RootCause::id).toList();
  }

  @Test
  void isReadyOnceAllThatItWaitsForIsDone() {
    PlanGraph graph =
        new TestPlan()
            .task("A", TaskState.DONE)
            .external("X", true)
            .task("B", TaskState.TODO, "A", "X")
            .graph();

    assertThat(derived(graph, "B"))
        .isEqualTo(new Derived("B", DerivedState.READY, List.of(), List.of(), null, 0));
  }

  @Test
  void waitsForWorkThatCanGoOn() {
    PlanGraph graph =
        new TestPlan().task("A", TaskState.TODO).task("B", TaskState.DOING, "A").graph();

    assertThat(derived(graph, "B").state()).isEqualTo(DerivedState.WAITING);
    assertThat(derived(graph, "B").waitsFor()).containsExactly("A");
    assertThat(derived(graph, "B").contradiction())
        .isEqualTo("declared DOING but still waits for A");
  }

  @Test
  void isBlockedByAnOpenExternalItemFarBelow() {
    PlanGraph graph =
        new TestPlan()
            .external("X", false)
            .task("A", TaskState.BLOCKED, "X")
            .task("B", TaskState.TODO, "A")
            .task("C", TaskState.TODO, "B")
            .graph();

    assertThat(causes(graph, "C")).containsExactly("external:X");
    assertThat(derived(graph, "C").contradiction())
        .isEqualTo("declared TODO but blocked by external item X");
    assertThat(derived(graph, "C").depth()).isEqualTo(2);
    assertThat(derived(graph, "A").contradiction()).isNull();
  }

  @Test
  void isNotReachedByWhatStandsBehindADoneTask() {
    PlanGraph graph =
        new TestPlan()
            .external("X", false)
            .task("A", TaskState.DONE, "X")
            .task("B", TaskState.TODO, "A")
            .graph();

    assertThat(derived(graph, "B").state()).isEqualTo(DerivedState.READY);
    assertThat(derived(graph, "A").contradiction()).isNull();
  }

  @Test
  void contradictsADoneTaskOverAnOpenOne() {
    PlanGraph graph =
        new TestPlan().task("A", TaskState.DOING).task("B", TaskState.DONE, "A").graph();

    assertThat(derived(graph, "B").contradiction())
        .isEqualTo("declared DONE but depends on A, which is DOING");
  }

  @Test
  void holdsWhatDependsOnACancelledTaskAndOnNothingBehindIt() {
    PlanGraph graph =
        new TestPlan()
            .external("X", false)
            .task("A", TaskState.CANCELLED, "X")
            .task("B", TaskState.TODO, "A")
            .graph();

    assertThat(causes(graph, "B")).containsExactly("task:A");
    assertThat(graph.rootCauses()).hasSize(1);
    assertThat(graph.rootCauses().getFirst().cause().kind()).isEqualTo(RootCause.Kind.CANCELLED);
    assertThat(graph.rootCauses().getFirst().freesNow()).containsExactly("B");
  }

  @Test
  void isHeldByAKeyThatNothingHas() {
    PlanGraph graph = new TestPlan().task("A", TaskState.TODO, "LATER-1").graph();

    assertThat(causes(graph, "A")).containsExactly("unknown:LATER-1");
    assertThat(graph.holds(new TaskKey("A")))
        .containsExactly("nothing in the project has the key LATER-1");
  }

  @Test
  void blocksWhatIsDeclaredBlockedWithoutAReason() {
    PlanGraph graph =
        new TestPlan().task("B", TaskState.BLOCKED).task("C", TaskState.TODO, "B").graph();

    assertThat(causes(graph, "C")).containsExactly("task:B");
    assertThat(derived(graph, "B").rootCauses().getFirst().kind())
        .isEqualTo(RootCause.Kind.UNSTATED);
    assertThat(derived(graph, "B").contradiction())
        .isEqualTo("declared BLOCKED but nothing known holds it");
    assertThat(graph.holds(new TaskKey("B")))
        .containsExactly("it is declared BLOCKED, and nobody said why");
  }

  @Test
  void freesWhatIsDeclaredBlockedOnceAllThatWasStatedIsThere() {
    PlanGraph graph =
        new TestPlan()
            .task("A", TaskState.DONE)
            .external("X", true)
            .blocked("B", TaskState.BLOCKED, "until A is done", "A")
            .task("C", TaskState.BLOCKED, "X")
            .graph();

    assertThat(graph.in(DerivedState.READY)).containsExactly("B", "C");
    assertThat(derived(graph, "C").contradiction())
        .isEqualTo("declared BLOCKED but all it waited for is there");
    assertThat(graph.holds(new TaskKey("B"))).isEmpty();
  }

  @Test
  void keepsABlockerInWordsWithItsClassAndDate() {
    PlanGraph graph =
        new TestPlan().blocked("A", TaskState.BLOCKED, "nobody decided on the port", null).graph();

    RootCause cause = derived(graph, "A").rootCauses().getFirst();
    assertThat(cause.id()).isEqualTo("blocker:1");
    assertThat(cause.key()).isEqualTo("A");
    assertThat(cause.reason()).isEqualTo("nobody decided on the port");
    assertThat(cause.since()).isEqualTo(TestPlan.SINCE);
    assertThat(graph.rootCauses().getFirst().freesNow()).containsExactly("A");
  }

  @Test
  void waitsForAnAwaitedTaskAsForADependency() {
    PlanGraph graph =
        new TestPlan()
            .task("A", TaskState.TODO)
            .blocked("B", TaskState.BLOCKED, "until A is done", "A")
            .graph();

    assertThat(derived(graph, "B").state()).isEqualTo(DerivedState.WAITING);
    assertThat(derived(graph, "B").contradiction())
        .isEqualTo("declared BLOCKED but waits only for work that can go on: A");
  }

  @Test
  void blocksEveryMemberOfACircleAndWhatComesAfter() {
    PlanGraph graph =
        new TestPlan()
            .task("C", TaskState.TODO, "B")
            .task("B", TaskState.TODO, "A")
            .task("A", TaskState.TODO, "C")
            .task("D", TaskState.TODO, "B")
            .task("SELF", TaskState.TODO, "SELF")
            .graph();

    assertThat(graph.cycles()).containsExactly(List.of("A", "B", "C"), List.of("SELF"));
    assertThat(causes(graph, "D")).containsExactly("cycle:A");
    assertThat(derived(graph, "A").rootCauses().getFirst().reason())
        .isEqualTo("wait for each other: A -> C -> B -> A");
    assertThat(derived(graph, "SELF").rootCauses().getFirst().reason())
        .isEqualTo("waits for itself");
    assertThat(graph.rootCauses().getFirst().holds()).isEqualTo(4);
  }

  @Test
  void hasNoCircleThroughADoneTask() {
    PlanGraph graph =
        new TestPlan().task("A", TaskState.TODO, "B").task("B", TaskState.DONE, "A").graph();

    assertThat(graph.cycles()).isEmpty();
    assertThat(derived(graph, "A").state()).isEqualTo(DerivedState.READY);
    assertThat(graph.path("A", "A")).containsExactly("A");
    assertThat(graph.path("B", "A")).containsExactly("B", "A");
  }

  @Test
  void answersForAnEmptyPlan() {
    PlanGraph graph = new TestPlan().graph();

    assertThat(graph.all()).isEmpty();
    assertThat(graph.rootCauses()).isEmpty();
    assertThat(graph.criticalPath()).isEmpty();
    assertThat(graph.cycles()).isEmpty();
    assertThat(graph.derived("A")).isEmpty();
    assertThat(graph.heldBy("A")).isEmpty();
    assertThat(graph.path("A", "B")).isEmpty();
  }

  @Test
  void survivesAChainOfAHundredThousandTasks() {
    int length = 100_000;
    var plan = new TestPlan().external("X", false).task("T0", TaskState.TODO, "X");
    for (int task = 1; task < length; task++) {
      plan.task("T" + task, TaskState.TODO, "T" + (task - 1));
    }
    PlanGraph graph = plan.graph();

    assertThat(derived(graph, "T99999").depth()).isEqualTo(length - 1);
    assertThat(causes(graph, "T99999")).containsExactly("external:X");
    assertThat(graph.criticalPath()).hasSize(length).startsWith("T0").endsWith("T99999");
    assertThat(graph.rootCauses().getFirst().holds()).isEqualTo(length);
    assertThat(graph.heldBy("T0")).hasSize(length - 1);
    assertThat(graph.path("T99999", "T0")).hasSize(length);
    assertThat(height(graph.explain("T99999").orElseThrow())).isEqualTo(Explainer.MAX_DEPTH + 1);
  }

  @Test
  void survivesACircleOfAHundredThousandTasksAndADeepDiamond() {
    int length = 100_000;
    var plan = new TestPlan();
    for (int task = 0; task < length; task++) {
      plan.task("T" + task, TaskState.TODO, "T" + (task + 1) % length);
    }
    plan.task("D0", TaskState.TODO);
    for (int level = 1; level <= 1_000; level++) {
      String below = level == 1 ? "D0" : "D" + (level - 1);
      plan.task("L" + level, TaskState.TODO, below).task("R" + level, TaskState.TODO, below);
      plan.task("D" + level, TaskState.TODO, "L" + level, "R" + level);
    }
    PlanGraph graph = plan.graph();

    assertThat(graph.cycles()).hasSize(1);
    assertThat(graph.cycles().getFirst()).hasSize(length);
    assertThat(graph.rootCauses().getFirst().holds()).isEqualTo(length);
    assertThat(derived(graph, "D1000").depth()).isEqualTo(2_000);
    assertThat(derived(graph, "D1000").state()).isEqualTo(DerivedState.WAITING);
  }

  @Test
  void countsMoreThanSixtyFourCauses() {
    var plan = new TestPlan();
    for (int item = 0; item < 200; item++) {
      plan.external("X" + item, false);
      plan.task("T" + item, TaskState.TODO, "X" + item);
    }
    String[] all = new String[200];
    for (int item = 0; item < 200; item++) {
      all[item] = "T" + item;
    }
    PlanGraph graph = plan.task("LAST", TaskState.TODO, all).graph();

    assertThat(derived(graph, "LAST").rootCauses()).hasSize(200);
    assertThat(graph.rootCauses())
        .hasSize(200)
        .allSatisfy(
            ranked -> {
              assertThat(ranked.holds()).isEqualTo(2);
              assertThat(ranked.holdsSolely()).isEqualTo(1);
            });
  }

  private static int height(Explanation tree) {
    int height = 1;
    Explanation at = tree;
    while (!at.because().isEmpty()) {
      at = at.because().getFirst();
      height++;
    }
    return height;
  }
}
