package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.graph.Comparison.DeclaredChange;
import dev.signalbox.graph.Comparison.StateChange;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskState;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTests {

  private final PlanGraph before =
      new TestPlan()
          .external("X", false)
          .external("Y", true)
          .task("A", TaskState.TODO, "X")
          .task("B", TaskState.TODO, "A")
          .task("OLD", TaskState.TODO)
          .graph();

  private final PlanGraph after =
      new TestPlan()
          .external("X", true)
          .external("Y", false)
          .task("NEW", TaskState.TODO, "Y")
          .task("A", TaskState.DOING, "X")
          .task("B", TaskState.TODO, "A")
          .graph();

  private final Comparison comparison = new Comparison(before, after);

  @Test
  void tellsWhatIsOnOneSideOnly() {
    assertThat(keys(comparison.added())).containsExactly("NEW");
    assertThat(keys(comparison.gone())).containsExactly("OLD");
  }

  @Test
  void tellsChangesOfWhatIsOnBothSides() {
    assertThat(comparison.states())
        .containsExactly(
            new StateChange("A", DerivedState.BLOCKED, DerivedState.READY),
            new StateChange("B", DerivedState.BLOCKED, DerivedState.WAITING));
    assertThat(comparison.declared())
        .containsExactly(new DeclaredChange("A", TaskState.TODO, TaskState.DOING));
  }

  @Test
  void tellsCausesAndItemsThatCameAndWent() {
    assertThat(comparison.causesGone()).extracting(each -> each.cause().key()).containsExactly("X");
    assertThat(comparison.causesNew()).extracting(each -> each.cause().key()).containsExactly("Y");
    assertThat(comparison.closed()).extracting(PlanSnapshot.External::key).containsExactly("X");
    assertThat(comparison.revoked()).extracting(PlanSnapshot.External::key).containsExactly("Y");
  }

  @Test
  void tellsNothingOfAPlanAgainstItself() {
    Comparison same = new Comparison(after, after);
    assertThat(same.added()).isEmpty();
    assertThat(same.gone()).isEmpty();
    assertThat(same.states()).isEmpty();
    assertThat(same.declared()).isEmpty();
    assertThat(same.causesGone()).isEmpty();
    assertThat(same.causesNew()).isEmpty();
    assertThat(same.closed()).isEmpty();
    assertThat(same.revoked()).isEmpty();
  }

  private static List<String> keys(List<PlanSnapshot.Task> tasks) {
    return tasks.stream().map(task -> task.key().value()).toList();
  }
}
