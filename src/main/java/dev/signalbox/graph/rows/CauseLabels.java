package dev.signalbox.graph.rows;

/**
 * For each component, which single root cause holds it: {@link #NONE}, the number of the only one,
 * or {@link #MANY}. One pass in order of work; this is the readiness function: a task is blocked if
 * and only if its label is not {@link #NONE}.
 */
public final class CauseLabels {

  public static final int NONE = -1;
  public static final int MANY = -2;

  public final int[] of;

  public CauseLabels(Rows edges, int[] ownCause) {
    of = new int[edges.nodes()];
    for (int component = 0; component < of.length; component++) {
      int label = ownCause[component];
      for (int at = edges.start[component]; at < edges.start[component + 1]; at++) {
        label = merge(label, of[edges.target[at]]);
      }
      of[component] = label;
    }
  }

  /** What two labels come to. */
  public static int merge(int one, int other) {
    if (one == other || other == NONE) {
      return one;
    }
    return one == NONE ? other : MANY;
  }
}
