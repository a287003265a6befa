package dev.signalbox.graph.picture;

import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.Rows;
import java.util.Arrays;

/**
 * Gives each node a layer by its longest path, so that all that it waits for stands further left.
 * Within a circle, edges against the order of the numbers run backwards and count for nothing.
 */
final class Layering {

  final int[] of;
  final int count;
  private final Rows rows;
  private final int[] rank;

  Layering(Rows rows) {
    this.rows = rows;
    int[] order = new Components(rows).members.target;
    rank = new int[order.length];
    for (int at = 0; at < order.length; at++) {
      rank[order[at]] = at;
    }
    of = new int[order.length];
    for (int node : order) {
      push(node);
    }
    pullRoots();
    count = Arrays.stream(of).max().orElse(-1) + 1;
  }

  boolean isForward(int node, int to) {
    return rank[to] < rank[node];
  }

  private void push(int node) {
    for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
      if (isForward(node, rows.target[at])) {
        of[node] = Math.max(of[node], of[rows.target[at]] + 1);
      }
    }
  }

  /** What waits for nothing moves next to the first that waits for it: shorter lines. */
  private void pullRoots() {
    int[] nearest = new int[of.length];
    Arrays.fill(nearest, Integer.MAX_VALUE);
    boolean[] waits = new boolean[of.length];
    for (int node = 0; node < of.length; node++) {
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        int to = rows.target[at];
        if (isForward(node, to)) {
          waits[node] = true;
          nearest[to] = Math.min(nearest[to], of[node]);
        }
      }
    }
    for (int node = 0; node < of.length; node++) {
      if (!waits[node] && nearest[node] != Integer.MAX_VALUE) {
        of[node] = nearest[node] - 1;
      }
    }
  }
}
