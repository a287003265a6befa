package dev.signalbox.graph;

import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.Ints;
import dev.signalbox.graph.rows.Rows;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The critical path that a trial came to. Where nothing on it can be other it is the graph's own,
 * and most often the search for its top is among what the trial touched.
 */
final class TrialPath {

  private final Baseline base;
  private final TrialValues values;
  private final TrialRows rows;
  private final Components components;

  TrialPath(Trial trial) {
    base = trial.base;
    values = trial.values;
    rows = trial.rows;
    components = base.passes.components();
  }

  /** Components with an open task, from the one to begin with. */
  int[] steps() {
    if (isTheSame()) {
      return base.critical;
    }
    var steps = new Ints(base.critical.length + 1);
    int next = top();
    while (next != Rows.NONE) {
      if (values.openTasks[next] > 0) {
        steps.add(next);
      }
      next = values.depth[next] > 0 ? next(next) : Rows.NONE;
    }
    int[] found = steps.toArray();
    for (int low = 0, high = found.length - 1; low < high; low++, high--) {
      int kept = found[low];
      found[low] = found[high];
      found[high] = kept;
    }
    return found;
  }

  /** The components of some steps, for whoever asks of each. */
  BitSet set(int[] steps) {
    if (Arrays.equals(steps, base.critical)) {
      return base.onCriticalPath;
    }
    var set = new BitSet(components.count());
    Arrays.stream(steps).forEach(set::set);
    return set;
  }

  /**
   * No other row on it and no other depth anywhere: then there is no other way. A sprint that it
   * leads through has another row only where a task of it is open or not otherwise.
   */
  private boolean isTheSame() {
    return rows.changed().stream().noneMatch(base.onCriticalPath::get)
        && Arrays.stream(values.touched()).noneMatch(values::isOtherwiseDeep);
  }

  private int top() {
    int best = base.criticalTop();
    if (best == Rows.NONE || values.openTasks[best] == 0 || values.isOtherwiseDeep(best)) {
      return topOfAll();
    }
    for (int component : values.touched()) {
      best = component < components.count() ? higher(component, best) : best;
    }
    return best;
  }

  private int topOfAll() {
    int best = Rows.NONE;
    for (int component = 0; component < components.count(); component++) {
      best = higher(component, best);
    }
    return best;
  }

  private int higher(int component, int best) {
    if (values.openTasks[component] == 0) {
      return best;
    }
    if (best == Rows.NONE || values.depth[component] > values.depth[best]) {
      return component;
    }
    return values.depth[component] == values.depth[best]
        ? components.earlier(component, best)
        : best;
  }

  private int next(int component) {
    int[] row = rows.changedRow(component);
    Rows edges = components.edges;
    return row == null
        ? next(component, edges.target, edges.start[component], edges.start[component + 1])
        : next(component, row, 0, row.length);
  }

  private int next(int component, int[] row, int from, int to) {
    int next = Rows.NONE;
    for (int at = from; at < to; at++) {
      int below = row[at];
      int step = values.openTasks[below] > 0 ? 1 : 0;
      if (values.depth[below] + step == values.depth[component]) {
        next = next == Rows.NONE ? below : components.earlier(below, next);
      }
    }
    return next;
  }
}
