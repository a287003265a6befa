package dev.signalbox.graph;

import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.LongestPath;
import dev.signalbox.graph.rows.Rows;
import java.util.List;

/**
 * The order of work and the critical path as the graph's own passes find them, and nothing else.
 */
record OrderedPlan(Rows rows, Components components, LongestPath paths, List<Integer> critical) {

  /**
   * Orders a plan and finds its longest chain of steps.
   *
   * @param steps 1 for each node that counts, 0 for the others
   */
  static OrderedPlan of(Rows rows, int[] steps) {
    var components = new Components(rows);
    int[] counted = new int[components.count()];
    for (int node = 0; node < steps.length; node++) {
      counted[components.of[node]] += steps[node];
    }
    var paths = new LongestPath(components, counted);
    return new OrderedPlan(rows, components, paths, paths.critical());
  }
}
