package dev.signalbox.plan.read;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes what tasks depend on. The edges of a block of tasks come in one row, because a row for each
 * edge costs the database and the driver far more than the edge.
 */
final class EdgeRows {

  /** A row has the edges of the tasks whose ids divided by this are the same. */
  static final int BLOCK = 1024;

  private record Edge(int task, long id, String target) {}

  private final Map<Long, List<String>> targets = new HashMap<>();

  /**
   * Adds one row.
   *
   * @param tasks ids of the tasks that depend, eight bytes each, the highest first
   * @param ids of the edges, in the same order and form; they say in which order they were written
   * @param names of what is depended on, in the same order, a line each; a key has no line break
   */
  void add(byte[] tasks, byte[] ids, String names) {
    LongBuffer holders = ByteBuffer.wrap(tasks).asLongBuffer();
    LongBuffer numbers = ByteBuffer.wrap(ids).asLongBuffer();
    Edge[] edges = new Edge[holders.limit()];
    int[] count = new int[BLOCK];
    boolean inOrder = true;
    int from = 0;
    for (int at = 0; at < edges.length; at++) {
      int line = names.indexOf('\n', from);
      int to = line < 0 ? names.length() : line;
      int task = Math.floorMod(holders.get(at), BLOCK);
      edges[at] = new Edge(task, numbers.get(at), names.substring(from, to));
      inOrder &= at == 0 || edges[at - 1].id < edges[at].id;
      count[task]++;
      from = to + 1;
    }
    if (!inOrder) {
      Arrays.sort(edges, Comparator.comparingLong(Edge::id));
    }
    group(Math.floorDiv(holders.get(0), BLOCK) * BLOCK, edges, count);
  }

  /** Puts the names of each task together, in their order. */
  private void group(long first, Edge[] edges, int[] count) {
    int[] start = new int[BLOCK + 1];
    for (int task = 0; task < BLOCK; task++) {
      start[task + 1] = start[task] + count[task];
    }
    int[] next = start.clone();
    String[] names = new String[edges.length];
    for (Edge edge : edges) {
      names[next[edge.task]++] = edge.target;
    }
    for (int task = 0; task < BLOCK; task++) {
      if (count[task] > 0) {
        targets.put(first + task, List.of(Arrays.copyOfRange(names, start[task], next[task])));
      }
    }
  }

  /** What a task depends on, in the order in which it was written. */
  List<String> of(long task) {
    return targets.getOrDefault(task, List.of());
  }
}
