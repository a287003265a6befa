package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.graph.text.BlockedTreeText;
import dev.signalbox.plan.TaskState;
import org.junit.jupiter.api.Test;

/** Trees of what root causes hold, where there is more than a page takes. */
class BlockedTreeTests {

  private static BlockedTree tree(int wide) {
    var plan = new TestPlan().external("X", false).external("Y", false);
    plan.sprint("S");
    for (int task = 0; task < wide; task++) {
      plan.task("A" + task, TaskState.TODO, "X");
    }
    plan.task("B", TaskState.TODO, "Y");
    return plan.graph().blockedTree(null).orElseThrow();
  }

  @Test
  void marksARootThatHoldsMoreThanIsShown() {
    BlockedTree tree = tree(Gardener.MAX_PLACES + 1);

    HeldTree root = tree.trees().getFirst();
    assertThat(root.holds()).hasSize(Gardener.MAX_PLACES - 1);
    assertThat(root.cut()).isTrue();
  }

  @Test
  void marksLaterRootsForWhichNoRoomIsLeft() {
    BlockedTree tree = tree(Gardener.MAX_PLACES + 1);

    HeldTree last = tree.trees().getLast();
    assertThat(last.key()).contains("Y");
    assertThat(last.holds()).isEmpty();
    assertThat(last.cut()).isTrue();
    assertThat(BlockedTreeText.of(tree)).endsWith("└── ...\n```\n");
  }

  @Test
  void marksNoRootThatIsShownWhole() {
    assertThat(tree(20).trees()).extracting(HeldTree::cut).containsExactly(false, false);
  }

  @Test
  void marksNoCircleThatIsShownWhole() {
    BlockedTree tree =
        new TestPlan()
            .task("A", TaskState.TODO, "B")
            .task("B", TaskState.TODO, "A")
            .task("C", TaskState.TODO, "A", "B")
            .graph()
            .blockedTree(null)
            .orElseThrow();

    assertThat(tree.trees()).extracting(HeldTree::cut).containsExactly(false);
  }
}
