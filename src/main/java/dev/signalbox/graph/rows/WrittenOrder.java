package dev.signalbox.graph.rows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The order in which rows are written, as an order of work: what depends on nothing first, all else
 * after it, both as they stand. Rows keep their order so, and are read and written once.
 */
final class WrittenOrder {

  /** Place of each node. */
  final int[] place;

  /** Node at each place. */
  final int[] node;

  /** Edges between places, each once. */
  final Rows edges;

  private WrittenOrder(int[] place, int[] node, Rows edges) {
    this.place = place;
    this.node = node;
    this.edges = edges;
  }

  /** The order of these rows; null where an edge leads up or to its own node. */
  static @Nullable WrittenOrder of(Rows rows) {
    int[] place = new int[rows.nodes()];
    int[] node = new int[rows.nodes()];
    int free = 0;
    int next = 0;
    for (int each = 0; each < place.length; each++) {
      next += rows.degree(each) == 0 ? 1 : 0;
    }
    for (int each = 0; each < place.length; each++) {
      int at = rows.degree(each) == 0 ? free++ : next++;
      place[each] = at;
      node[at] = each;
    }
    Rows edges = edges(rows, place, node, free);
    return edges == null ? null : new WrittenOrder(place, node, edges);
  }

  private static @Nullable Rows edges(Rows rows, int[] place, int[] node, int first) {
    int[] start = new int[node.length + 1];
    int[] target = new int[rows.target.length];
    int[] seenBy = new int[node.length];
    int size = 0;
    for (int at = first; at < node.length; at++) {
      int end = rows.start[node[at] + 1];
      for (int edge = rows.start[node[at]]; edge < end; edge++) {
        int to = place[rows.target[edge]];
        if (to >= at) {
          return null;
        }
        target[size] = to;
        size += seenBy[to] == at ? 0 : 1;
        seenBy[to] = at;
      }
      start[at + 1] = size;
    }
    return new Rows(start, size == target.length ? target : Arrays.copyOf(target, size));
  }
}
