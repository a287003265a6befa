package dev.signalbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.WhatIf;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Patches that the verb of the same name would refuse, or would do in its own way. */
class SupposedTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 2, 3);
  private static final TaskKey A = new TaskKey("A");
  private static final Patch FREE = new Patch.Unblock(A, null);

  private static Patch block(BlockerClass kind, String reason) {
    return new Patch.Block(A, kind, reason, null);
  }

  private static Supposed of(TaskState state, Map<TaskKey, TaskState> resumes) {
    var task = new Task(A, "Work", "S", state, null, List.of(), List.of(), List.of(), false, 1);
    PlanGraph now =
        PlanGraph.of(
            new PlanSnapshot(new ProjectKey("demo"), 1, List.of(), List.of(task), List.of()));
    return new Supposed(now, new WhatIf(now), new PatchedTasks(resumes, TODAY));
  }

  private static Supposed of(TaskState state) {
    return of(state, Map.of());
  }

  private static TaskState state(Supposed plan) {
    return plan.snapshot().tasks().getFirst().state();
  }

  @Test
  void refusesABlockerThatHoldsAlready() {
    Supposed plan = of(TaskState.TODO);

    assertThat(plan.apply(block(BlockerClass.DECISION, "undecided"))).isEmpty();
    assertThat(plan.apply(block(BlockerClass.DECISION, "undecided")))
        .hasValue("This blocker holds A already.");
    assertThat(plan.apply(new Patch.Block(A, null, "undecided", null))).isPresent();
    assertThat(plan.apply(block(BlockerClass.PEOPLE, "undecided"))).isEmpty();
    assertThat(plan.apply(block(BlockerClass.DECISION, "nobody knows"))).isEmpty();
    assertThat(plan.snapshot().tasks().getFirst().blockers()).hasSize(3);
  }

  @Test
  void takesABlockerAgainOnceItHoldsNoMore() {
    Supposed plan = of(TaskState.TODO);

    assertThat(plan.apply(block(BlockerClass.DECISION, "undecided"))).isEmpty();
    assertThat(plan.apply(FREE)).isEmpty();
    assertThat(plan.apply(block(BlockerClass.DECISION, "undecided"))).isEmpty();
  }

  @Test
  void resumesWhatWasGoingOnBeforeItWasBlocked() {
    Supposed doing = of(TaskState.DOING);
    assertThat(doing.apply(block(BlockerClass.DECISION, "undecided"))).isEmpty();
    assertThat(doing.apply(block(BlockerClass.PEOPLE, "nobody free"))).isEmpty();
    assertThat(doing.apply(FREE)).isEmpty();
    assertThat(state(doing)).isEqualTo(TaskState.DOING);

    Supposed todo = of(TaskState.TODO);
    assertThat(todo.apply(block(BlockerClass.DECISION, "undecided"))).isEmpty();
    assertThat(todo.apply(FREE)).isEmpty();
    assertThat(state(todo)).isEqualTo(TaskState.TODO);
  }

  @Test
  void takesWhatWasBlockedBeforeForNotBegun() {
    Supposed plan = of(TaskState.BLOCKED);

    assertThat(plan.apply(FREE)).isEmpty();
    assertThat(state(plan)).isEqualTo(TaskState.TODO);
  }

  @Test
  void resumesWhatWasGoingOnBeforeSomebodyBlockedIt() {
    Supposed plan = of(TaskState.BLOCKED, Map.of(A, TaskState.DOING));

    assertThat(plan.apply(FREE)).isEmpty();
    assertThat(state(plan)).isEqualTo(TaskState.DOING);
    assertThat(plan.snapshot().tasks().getFirst().stateDate()).isEqualTo(TODAY);
  }

  @Test
  void saysWhatAKeyIsThatTheOtherKindWasMeantBy() {
    assertThat(of(TaskState.TODO).apply(new Patch.CloseExternal(new TargetKey("A"))))
        .hasValue("The plan has no external item A; it is a task.");
    assertThat(of(TaskState.TODO).apply(new Patch.Start(new TaskKey("B"))))
        .hasValue("The plan has no task B.");
    assertThat(of(TaskState.TODO).apply(new Patch.WaiveSprint("S", "Sprint 1")))
        .hasValue("The plan has no sprint S.");
  }
}
