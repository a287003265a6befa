package dev.signalbox.graph.rows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ways between two nodes that pass no node twice, shortest first. There can be exponentially many,
 * so both their number and the search are bounded.
 *
 * @param complete whether the search found all there are
 */
public record Ways(List<int[]> ways, boolean complete) {

  private record Step(int node, int length, @Nullable Step before) {

    boolean passes(int other) {
      for (Step at = this; at != null; at = at.before) {
        if (at.node == other) {
          return true;
        }
      }
      return false;
    }

    int[] way() {
      int[] way = new int[length];
      int place = length;
      for (Step at = this; at != null; at = at.before) {
        way[--place] = at.node;
      }
      return way;
    }
  }

  /**
   * Searches breadth first, and only where the end can still be reached.
   *
   * @param up the reverse of {@code down}
   * @param most ways to find
   * @param steps to try
   */
  public static Ways between(Rows down, Rows up, int from, int to, int most, int steps) {
    var leads = new BitSet(down.nodes());
    for (int node : Walks.reach(up, to)) {
      leads.set(node);
    }
    List<int[]> ways = new ArrayList<>();
    var open = new ArrayDeque<Step>();
    if (leads.get(from)) {
      open.add(new Step(from, 1, null));
    }
    int left = steps;
    while (!open.isEmpty()) {
      Step step = open.remove();
      if (step.node == to) {
        if (ways.size() == most) {
          return new Ways(ways, false);
        }
        ways.add(step.way());
        continue;
      }
      for (int at = down.start[step.node]; at < down.start[step.node + 1]; at++) {
        int next = down.target[at];
        if (leads.get(next) && !step.passes(next)) {
          if (left-- == 0) {
            return new Ways(ways, false);
          }
          open.add(new Step(next, step.length + 1, step));
        }
      }
    }
    return new Ways(ways, true);
  }
}
