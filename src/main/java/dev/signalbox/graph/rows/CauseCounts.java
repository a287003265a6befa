package dev.signalbox.graph.rows;

/**
 * How many open tasks each root cause holds, and how many solely. Counts 64 causes in one pass, a
 * bit each, so that 64 walks cost as much as one.
 */
public final class CauseCounts {

  public final int[] held;
  public final int[] solely;

  public CauseCounts(Rows edges, int[] ownCause, CauseLabels labels, int[] openTasks, int causes) {
    held = new int[causes];
    solely = new int[causes];
    for (int component = 0; component < openTasks.length; component++) {
      if (labels.of[component] >= 0) {
        solely[labels.of[component]] += openTasks[component];
      }
    }
    long[] mask = new long[openTasks.length];
    for (int first = 0; first < causes; first += Long.SIZE) {
      count(edges, ownCause, openTasks, mask, first);
    }
  }

  private void count(Rows edges, int[] ownCause, int[] openTasks, long[] mask, int first) {
    for (int component = 0; component < mask.length; component++) {
      int own = ownCause[component] - first;
      long bits = own >= 0 && own < Long.SIZE ? 1L << own : 0;
      for (int at = edges.start[component]; at < edges.start[component + 1]; at++) {
        bits |= mask[edges.target[at]];
      }
      mask[component] = bits;
      int tasks = openTasks[component];
      while (tasks > 0 && bits != 0) {
        held[first + Long.numberOfTrailingZeros(bits)] += tasks;
        bits &= bits - 1;
      }
    }
  }
}
