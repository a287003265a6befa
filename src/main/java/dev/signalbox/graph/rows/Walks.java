package dev.signalbox.graph.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Breadth-first walks over rows. */
public final class Walks {

  private Walks() {}

  /** Nodes reached from the given ones, nearest first; they themselves come first. */
  public static int[] reach(Rows rows, int... from) {
    var seen = new BitSet(rows.nodes());
    var reached = new Ints(16);
    for (int node : from) {
      if (!seen.get(node)) {
        seen.set(node);
        reached.add(node);
      }
    }
    for (int head = 0; head < reached.size(); head++) {
      int node = reached.get(head);
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        int to = rows.target[at];
        if (!seen.get(to)) {
          seen.set(to);
          reached.add(to);
        }
      }
    }
    return reached.toArray();
  }

  /** A shortest way, both ends included; empty if there is none. */
  public static List<Integer> path(Rows rows, int from, int to) {
    if (from == to) {
      return List.of(from);
    }
    int[] before = new int[rows.nodes()];
    Arrays.fill(before, Rows.NONE);
    var reached = new Ints(16);
    reached.add(from);
    for (int head = 0; head < reached.size(); head++) {
      int node = reached.get(head);
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        int next = rows.target[at];
        if (before[next] == Rows.NONE && next != from) {
          before[next] = node;
          if (next == to) {
            return way(before, from, to);
          }
          reached.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<Integer> way(int[] before, int from, int to) {
    List<Integer> way = new ArrayList<>();
    for (int node = to; node != from; node = before[node]) {
      way.add(node);
    }
    way.add(from);
    return way.reversed();
  }
}
