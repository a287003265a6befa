package dev.signalbox.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.Origin;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.plan.document.StoredTask.Content;
import dev.signalbox.plan.document.StoredTask.Held;
import dev.signalbox.plan.document.StoredTask.Link;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskMergeTests {

  private static final BlockerText BY_DOCUMENT =
      new BlockerText(BlockerClass.DECISION, "undecided", null, null, null);
  private static final BlockerText BY_HAND =
      new BlockerText(BlockerClass.PEOPLE, "nobody is free", null, null, null);

  private final StoredTask stored =
      new StoredTask(
          7,
          "T-1",
          "505",
          0,
          new Content("Do it", TaskState.BLOCKED, null, List.of("A", "B", "C"), "ops"),
          List.of("A", "B"),
          List.of(new Link("X", Origin.DOCUMENT), new Link("Y", Origin.HAND)),
          List.of(
              new Held(1, BY_DOCUMENT, Origin.DOCUMENT, Standing.STATED),
              new Held(2, BY_HAND, Origin.HAND, Standing.STATED)),
          Set.of(),
          Origin.DOCUMENT,
          false,
          null);

  @Test
  void isNoChangeWhenTheDocumentSaysTheSame() {
    TaskMerge merge = merge("Do it", List.of("A", "B"), List.of("X"), List.of(BY_DOCUMENT));
    assertThat(merge.isChange()).isFalse();
    assertThat(merge.change().isEmpty()).isTrue();
  }

  @Test
  void keepsOwnersThatPeopleAdded() {
    assertThat(merge("Do it", List.of("B"), List.of("X"), List.of(BY_DOCUMENT)).content().owners())
        .containsExactly("B", "C");
  }

  @Test
  void replacesEdgesOfTheDocumentOnly() {
    TaskMerge merge = merge("Do it", List.of("A", "B"), List.of("Z", "Y"), List.of(BY_DOCUMENT));
    assertThat(merge.added()).containsExactly("Z");
    assertThat(merge.removed()).containsExactly("X");
  }

  @Test
  void replacesBlockersOfTheDocumentOnly() {
    BlockerText other = new BlockerText(BlockerClass.INFRASTRUCTURE, "no runner", "X", null, null);
    TaskMerge merge = merge("Do it", List.of("A", "B"), List.of("X"), List.of(other, BY_HAND));
    assertThat(merge.raised()).containsExactly(other);
    assertThat(merge.lifted()).containsExactly(1L);
  }

  @Test
  void showsOnlyWhatDiffers() {
    TaskMerge merge = merge("Do it well", List.of("A", "B"), List.of("X"), List.of(BY_DOCUMENT));
    assertThat(merge.change().before()).containsOnlyKeys("text").containsEntry("text", "Do it");
    assertThat(merge.change().after()).containsEntry("text", "Do it well");
    assertThat(merge.movesState()).isFalse();
  }

  private TaskMerge merge(
      String text, List<String> owners, List<String> dependsOn, List<BlockerText> blockers) {
    return TaskMerge.of(
        stored,
        new TaskText(
            new TaskKey("T-1"), text, TaskState.BLOCKED, null, owners, "ops", dependsOn, blockers),
        "505");
  }
}
