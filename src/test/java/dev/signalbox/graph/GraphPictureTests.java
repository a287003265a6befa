package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.graph.GraphPicture.Line;
import dev.signalbox.graph.GraphPicture.Placed;
import dev.signalbox.graph.GraphPicture.Point;
import dev.signalbox.plan.TaskState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pictures are right in their bones: nothing overlaps, work flows to the right. */
class GraphPictureTests {

  @Test
  void letsWorkFlowToTheRightAndNothingOverlap() {
    var plans = new RandomPlans(1981);
    for (int round = 0; round < 300; round++) {
      check(PlanGraph.of(plans.next()).picture());
    }
  }

  private static void check(GraphPicture picture) {
    Map<String, Placed> byKey = new HashMap<>();
    Set<String> places = new HashSet<>();
    for (Placed placed : picture.nodes()) {
      byKey.put(placed.node().key(), placed);
      assertThat(places.add(placed.x() + "/" + placed.y())).isTrue();
      assertThat(placed.x()).isBetween(0, picture.width() - GraphPicture.NODE_WIDTH);
      assertThat(placed.y()).isBetween(0, picture.height() - GraphPicture.NODE_HEIGHT);
    }
    for (Placed one : picture.nodes()) {
      for (Placed other : picture.nodes()) {
        if (!one.equals(other) && one.x() == other.x()) {
          assertThat(Math.abs(one.y() - other.y())).isGreaterThan(GraphPicture.NODE_HEIGHT);
        }
      }
    }
    for (Line line : picture.lines()) {
      Placed before = byKey.get(line.before());
      Placed after = byKey.get(line.after());
      assertThat(line.points()).hasSizeGreaterThanOrEqualTo(2);
      if (!line.backwards()) {
        assertThat(before.layer()).isLessThan(after.layer());
        assertThat(line.points().stream().map(Point::x).toList()).isSorted();
      }
    }
  }

  @Test
  void drawsTheNeighbourhoodOfATask() {
    PlanGraph graph =
        new TestPlan()
            .external("X", false)
            .task("A", TaskState.BLOCKED, "X")
            .task("B", TaskState.TODO, "A")
            .task("C", TaskState.TODO, "B")
            .task("FAR", TaskState.TODO)
            .graph();

    assertThat(keys(graph.pictureAround("A", 0).orElseThrow())).containsExactlyInAnyOrder("A");
    assertThat(keys(graph.pictureAround("A", 1).orElseThrow()))
        .containsExactlyInAnyOrder("X", "A", "B");
    assertThat(keys(graph.picture())).containsExactlyInAnyOrder("X", "A", "B", "C");
    assertThat(graph.pictureAround("NONE", 1)).isEmpty();
  }

  @Test
  void marksTheEdgeThatClosesACircle() {
    PlanGraph graph =
        new TestPlan().task("A", TaskState.TODO, "B").task("B", TaskState.TODO, "A").graph();

    assertThat(graph.picture().lines().stream().filter(Line::backwards)).hasSize(1);
  }

  @Test
  void cutsWhatIsTooLargeAndSaysSo() {
    var plan = new TestPlan().task("HUB", TaskState.TODO);
    for (int task = 0; task < 1_000; task++) {
      plan.task("T" + task, TaskState.TODO, "HUB");
    }
    GraphPicture picture = plan.graph().pictureAround("HUB", 1).orElseThrow();

    assertThat(picture.cut()).isTrue();
    assertThat(picture.nodes()).hasSize(GraphPicture.MAX_NODES);
    assertThat(keys(picture)).contains("HUB");
  }

  private static List<String> keys(GraphPicture picture) {
    return picture.nodes().stream().map(placed -> placed.node().key()).toList();
  }
}
