package dev.signalbox.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.Origin;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.plan.document.StoredTask.Content;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskChangesTests {

  private static final PlanEdit EDIT =
      new PlanEdit(
          new SprintText("8", "", "", "", List.of()),
          List.of(
              new TaskText(
                  new TaskKey("T-1"),
                  "Do it",
                  TaskState.TODO,
                  null,
                  List.of(),
                  "",
                  List.of(),
                  List.of())),
          List.of(),
          List.of(),
          List.of());

  private static TaskChanges changes(boolean absent) {
    StoredTask stored =
        new StoredTask(
            7,
            "T-1",
            "7",
            3,
            new Content("Do it", TaskState.TODO, null, List.of(), ""),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Origin.DOCUMENT,
            absent,
            null);
    return TaskChanges.of(EDIT, Map.of("T-1", stored));
  }

  @Test
  void leavesATaskOfAnotherSprintAlone() {
    assertThat(changes(false).isEmpty()).isTrue();
  }

  @Test
  void takesATaskThatLeftThePlanInAnotherSprint() {
    TaskChanges changes = changes(true);
    TaskMerge merge = changes.merges().getFirst();
    assertThat(merge.sprint()).isEqualTo("8");
    assertThat(merge.past()).isEqualTo("returned");
    assertThat(merge.change().before())
        .containsEntry("sprint", "7")
        .containsEntry("absent", "true");
    assertThat(merge.change().after()).containsEntry("sprint", "8");
    assertThat(changes.moved()).containsExactly(new TaskWrites.Moved(7, 3, 0));
  }
}
