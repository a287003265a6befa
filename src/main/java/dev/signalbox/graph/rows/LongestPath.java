package dev.signalbox.graph.rows;

import java.util.ArrayList;
import java.util.List;

/**
 * Longest chains of open tasks over the components; a circle counts as one step, since it has no
 * order of work, and what holds no open task, such as a sprint, as none. Ties go to the component
 * whose first node has the lowest number, whatever order the components are in.
 */
public final class LongestPath {

  /** Longest chain of open tasks below each component, in edges. */
  public final int[] depth;

  private final Components components;
  private final int[] openTasks;

  public LongestPath(Components components, int[] openTasks) {
    this.components = components;
    this.openTasks = openTasks;
    Rows edges = components.edges;
    depth = new int[openTasks.length];
    for (int component = 0; component < openTasks.length; component++) {
      int deepest = 0;
      for (int at = edges.start[component]; at < edges.start[component + 1]; at++) {
        int below = edges.target[at];
        deepest = Math.max(deepest, depth[below] + (openTasks[below] > 0 ? 1 : 0));
      }
      depth[component] = deepest;
    }
  }

  /** Components of the critical path, from the one to begin with to the one it ends in. */
  public List<Integer> critical() {
    List<Integer> path = new ArrayList<>();
    for (int component = top(); component != Rows.NONE; component = next(component)) {
      if (openTasks[component] > 0) {
        path.add(component);
      }
    }
    return path.reversed();
  }

  private int top() {
    int top = Rows.NONE;
    for (int component = 0; component < depth.length; component++) {
      boolean higher = top == Rows.NONE || depth[component] >= depth[top];
      if (openTasks[component] > 0 && higher) {
        top =
            top == Rows.NONE || depth[component] > depth[top]
                ? component
                : components.earlier(component, top);
      }
    }
    return top;
  }

  /** The path is followed anew when it is asked for: to keep it would cost every pass a store. */
  private int next(int component) {
    int next = Rows.NONE;
    Rows edges = components.edges;
    for (int at = edges.start[component];
        depth[component] > 0 && at < edges.start[component + 1];
        at++) {
      int below = edges.target[at];
      if (depth[below] + (openTasks[below] > 0 ? 1 : 0) == depth[component]) {
        next = next == Rows.NONE ? below : components.earlier(below, next);
      }
    }
    return next;
  }
}
