package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.graph.GeneratedPlans.Shape;
import dev.signalbox.graph.rows.Rows;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** JGraphT and the graph's own passes say the same of one plan; the benchmark times both. */
class JgraphtTests {

  @ParameterizedTest
  @EnumSource(names = {"CHAINS", "SPRINTS"})
  void findTheSameDepthsAndLengths(Shape shape) {
    Rows rows = Links.of(GeneratedPlans.of(shape, GeneratedPlans.SMALL, 7)).declared();
    int[] steps = new int[rows.nodes()];
    Arrays.setAll(steps, node -> node % 5 == 0 ? 0 : 1);

    OrderedPlan ours = OrderedPlan.of(rows, steps);

    assertAgree(ours, JgraphtPlan.of(JgraphtPlan.usual(rows), steps));
    assertAgree(ours, JgraphtPlan.of(JgraphtPlan.sparse(rows), steps));
  }

  /** Both order the same rows, find the same depth everywhere, and a chain of the same length. */
  static void assertAgree(OrderedPlan ours, JgraphtPlan theirs) {
    Rows rows = ours.rows();
    int[] place = new int[rows.nodes()];
    for (int at = 0; at < place.length; at++) {
      place[theirs.order[at]] = at;
    }
    int[] of = ours.components().of;
    for (int node = 0; node < rows.nodes(); node++) {
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        int to = rows.target[at];
        assertThat(of[to]).isLessThan(of[node]);
        assertThat(place[to]).isLessThan(place[node]);
      }
      assertThat(ours.paths().depth[of[node]]).isEqualTo(theirs.depth[node]);
    }
    assertThat(ours.critical()).hasSameSizeAs(theirs.critical).isNotEmpty();
  }
}
