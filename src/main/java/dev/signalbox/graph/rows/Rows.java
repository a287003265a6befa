package dev.signalbox.graph.rows;

import java.util.Arrays;

/**
 * Edges in compressed rows: the targets of node {@code n} stand in {@code target} from {@code
 * start[n]} up to, but without, {@code start[n + 1]}. The passes read the arrays as they are.
 */
public final class Rows {

  /** Stands for no node and no component. */
  public static final int NONE = -1;

  public final int[] start;
  public final int[] target;

  public Rows(int[] start, int[] target) {
    this.start = start;
    this.target = target;
  }

  /** Rows of one target each. */
  static Rows ofOne(int[] target) {
    int[] start = new int[target.length + 1];
    for (int node = 0; node < start.length; node++) {
      start[node] = node;
    }
    return new Rows(start, target);
  }

  public int nodes() {
    return start.length - 1;
  }

  public int degree(int node) {
    return start[node + 1] - start[node];
  }

  /** Whether a node has the same row here and there, in the same order. */
  boolean hasRowOf(Rows other, int node) {
    return Arrays.equals(
        target,
        start[node],
        start[node + 1],
        other.target,
        other.start[node],
        other.start[node + 1]);
  }

  /** The same edges the other way round; each row ascending by source. */
  public Rows reversed() {
    int nodes = nodes();
    int[] begin = new int[nodes + 1];
    for (int to : target) {
      begin[to + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      begin[node + 1] += begin[node];
    }
    int[] next = begin.clone();
    int[] source = new int[target.length];
    for (int node = 0; node < nodes; node++) {
      for (int at = start[node]; at < start[node + 1]; at++) {
        source[next[target[at]]++] = node;
      }
    }
    return new Rows(begin, source);
  }

  /** Collects rows one after the other, from node 0 on. */
  public static final class Writer {

    private final int[] start;
    private final Ints target;
    private int row;

    public Writer(int nodes, int expectedEdges) {
      start = new int[nodes + 1];
      target = new Ints(expectedEdges);
    }

    public void add(int to) {
      target.add(to);
    }

    public void endRow() {
      start[++row] = target.size();
    }

    /** The rows; those that were never begun are empty. */
    public Rows done() {
      while (row < start.length - 1) {
        endRow();
      }
      return new Rows(start, target.toArray());
    }
  }
}
