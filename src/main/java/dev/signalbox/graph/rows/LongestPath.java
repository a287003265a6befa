package dev.signalbox.graph.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Longest chains of open tasks over the components; a circle counts as one step, since it has no
 * order of work, and what holds no open task, such as a sprint, as none. Ties go to the component
 * that is numbered first, which a plan version fixes.
 */
public final class LongestPath {

  /** Longest chain of open tasks below each component, in edges. */
  public final int[] depth;

  private final boolean[] isStep;
  private final int[] next;
  private final int top;

  public LongestPath(Rows edges, int[] openTasks) {
    depth = new int[openTasks.length];
    isStep = new boolean[openTasks.length];
    next = new int[openTasks.length];
    Arrays.fill(next, Rows.NONE);
    int deepest = Rows.NONE;
    for (int component = 0; component < openTasks.length; component++) {
      isStep[component] = openTasks[component] > 0;
      for (int at = edges.start[component]; at < edges.start[component + 1]; at++) {
        int below = edges.target[at];
        int length = depth[below] + (openTasks[below] > 0 ? 1 : 0);
        if (length > depth[component]) {
          depth[component] = length;
          next[component] = below;
        }
      }
      if (openTasks[component] > 0 && (deepest == Rows.NONE || depth[component] > depth[deepest])) {
        deepest = component;
      }
    }
    top = deepest;
  }

  /** Components of the critical path, from the one to begin with to the one it ends in. */
  public List<Integer> critical() {
    List<Integer> path = new ArrayList<>();
    for (int component = top; component != Rows.NONE; component = next[component]) {
      if (isStep[component]) {
        path.add(component);
      }
    }
    return path.reversed();
  }
}
