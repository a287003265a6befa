package dev.signalbox.graph;

import dev.signalbox.graph.rows.CauseLabels;
import dev.signalbox.graph.rows.Ints;
import dev.signalbox.graph.rows.Rows;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What the passes compute a component, for one trial after the other: each writes over the graph's
 * values only what its change reaches, and takes that back at its end.
 */
final class TrialValues {

  /** How many nodes one change may add. */
  static final int ROOM = 2048;

  final int[] label;
  final int[] depth;
  final long[] day;
  final int[] openTasks;

  private final Baseline base;
  private final Rows edges;
  private final int count;
  private final int[] ownLabel;
  private final long[] ownDay;
  private final Ints touched = new Ints(64);
  private final BitSet isTouched;

  TrialValues(Baseline base) {
    this.base = base;
    edges = base.passes.components().edges;
    count = base.passes.components().count();
    label = Arrays.copyOf(base.passes.labels().of, count + ROOM);
    depth = Arrays.copyOf(base.passes.paths().depth, count + ROOM);
    day = Arrays.copyOf(base.days, count + ROOM);
    openTasks = Arrays.copyOf(base.openTasks, count + ROOM);
    ownLabel = Arrays.copyOf(base.passes.causes().of, count + ROOM);
    ownDay = Arrays.copyOf(base.ownDays, count + ROOM);
    isTouched = new BitSet(count + ROOM);
  }

  /** What begins at a component: a cause by number, or {@link CauseLabels#NONE}. */
  void own(int component, int cause, long expected) {
    touch(component);
    ownLabel[component] = cause;
    ownDay[component] = expected;
  }

  int own(int component) {
    return ownLabel[component];
  }

  void openTasks(int component, int open) {
    touch(component);
    openTasks[component] = open;
  }

  /** Components whose values may differ from the graph's. */
  int[] touched() {
    return touched.toArray();
  }

  /** Whether a component has another depth than in the graph, or other open tasks. */
  boolean isOtherwiseDeep(int component) {
    boolean known = component < count;
    return depth[component] != (known ? base.passes.paths().depth[component] : 0)
        || openTasks[component] != (known ? base.openTasks[component] : 0);
  }

  /**
   * Whether another cause holds a component than in the graph, or may do; where one begins it may
   * be told in other words.
   */
  boolean isOtherwiseHeld(int component) {
    return component >= count
        || ownLabel[component] != CauseLabels.NONE
        || label[component] != base.passes.labels().of[component];
  }

  void touch(int component) {
    if (!isTouched.get(component)) {
      isTouched.set(component);
      touched.add(component);
    }
  }

  /** Computes a component anew from what it waits for; whether anything came out otherwise. */
  boolean compute(int component, int[] row, int from, int to) {
    int newLabel = ownLabel[component];
    int newDepth = 0;
    long newDay = ownDay[component];
    for (int at = from; at < to; at++) {
      int below = row[at];
      newLabel = CauseLabels.merge(newLabel, label[below]);
      newDepth = Math.max(newDepth, depth[below] + (openTasks[below] > 0 ? 1 : 0));
      newDay = Math.max(newDay, day[below]);
    }
    if (newLabel == label[component] && newDepth == depth[component] && newDay == day[component]) {
      return false;
    }
    touch(component);
    label[component] = newLabel;
    depth[component] = newDepth;
    day[component] = newDay;
    return true;
  }

  boolean compute(int component, TrialRows rows) {
    int[] row = rows.changedRow(component);
    if (row != null) {
      return compute(component, row, 0, row.length);
    }
    return component < count
        ? compute(component, edges.target, edges.start[component], edges.start[component + 1])
        : compute(component, edges.target, 0, 0);
  }

  /** Takes everything back. */
  void reset() {
    for (int at = 0; at < touched.size(); at++) {
      int component = touched.get(at);
      boolean known = component < count;
      label[component] = known ? base.passes.labels().of[component] : 0;
      depth[component] = known ? base.passes.paths().depth[component] : 0;
      day[component] = known ? base.days[component] : 0;
      openTasks[component] = known ? base.openTasks[component] : 0;
      ownLabel[component] = known ? base.passes.causes().of[component] : CauseLabels.NONE;
      ownDay[component] = known ? base.ownDays[component] : Days.NOTHING;
    }
    touched.clear();
    isTouched.clear();
  }
}
