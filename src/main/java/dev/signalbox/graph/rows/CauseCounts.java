package dev.signalbox.graph.rows;

/**
 * How much each root cause holds, and how much of it solely. Counts 64 causes in one pass, a bit
 * each, so that 64 walks cost as much as one.
 */
public final class CauseCounts {

  public final int[] held;
  public final int[] solely;

  /** Of a second measure, how much each cause holds. */
  public final int[] marked;

  /**
   * Counts.
   *
   * @param ownCause number of the cause that begins in each component, or {@link Rows#NONE}
   * @param weights how much each component counts, such as its open tasks
   * @param marks the second measure
   */
  public CauseCounts(
      Rows edges, int[] ownCause, CauseLabels labels, int[] weights, int[] marks, int causes) {
    held = new int[causes];
    solely = new int[causes];
    marked = new int[causes];
    for (int component = 0; component < weights.length; component++) {
      if (labels.of[component] >= 0) {
        solely[labels.of[component]] += weights[component];
      }
    }
    long[] mask = new long[weights.length];
    for (int first = 0; first < causes; first += Long.SIZE) {
      count(edges, ownCause, weights, marks, mask, first);
    }
  }

  private void count(
      Rows edges, int[] ownCause, int[] weights, int[] marks, long[] mask, int first) {
    long[] planes = new long[Integer.SIZE];
    for (int component = 0; component < mask.length; component++) {
      int own = ownCause[component] - first;
      long bits = own >= 0 && own < Long.SIZE ? 1L << own : 0;
      for (int at = edges.start[component]; at < edges.start[component + 1]; at++) {
        bits |= mask[edges.target[at]];
      }
      mask[component] = bits;
      if (bits != 0) {
        add(planes, bits, weights[component]);
        if (marks[component] != 0) {
          add(marked, first, bits, marks[component]);
        }
      }
    }
    for (int plane = 0; plane < planes.length; plane++) {
      add(held, first, planes[plane], 1 << plane);
    }
  }

  /** Adds to 64 counters at once: {@code planes[p]} holds bit {@code p} of each. */
  private static void add(long[] planes, long bits, int weight) {
    for (int first = 0; weight >>> first != 0; first++) {
      long carry = (weight >>> first & 1) == 0 ? 0 : bits;
      for (int plane = first; carry != 0; plane++) {
        long both = planes[plane] & carry;
        planes[plane] ^= carry;
        carry = both;
      }
    }
  }

  private static void add(int[] counts, int first, long bits, int weight) {
    for (long left = bits; left != 0; left &= left - 1) {
      counts[first + Long.numberOfTrailingZeros(left)] += weight;
    }
  }
}
