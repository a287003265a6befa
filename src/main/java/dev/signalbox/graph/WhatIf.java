package dev.signalbox.graph;

import dev.signalbox.graph.rows.Ints;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries changes on one graph, one after the other; for one thread. All of them share what the graph
 * knows, so that each costs what it reaches.
 */
public final class WhatIf {

  private final PlanGraph now;
  private final Baseline base;
  private final TrialValues values;

  public WhatIf(PlanGraph now) {
    this.now = now;
    base = now.baseline();
    values = new TrialValues(base);
  }

  /**
   * Looks at the plan as a change would have it, and forgets it: a whole graph, where the change
   * reaches too far for less, is kept no longer than it is looked at.
   *
   * @param then the whole plan, for where only a whole graph knows
   * @param look must not keep the supposition
   */
  public <T> T suppose(
      PlanChange change, Supplier<PlanSnapshot> then, Function<Supposition, T> look) {
    try {
      var trial = new Trial(base, values, change);
      if (trial.run()) {
        return look.apply(new TriedSupposition(trial));
      }
    } finally {
      values.reset();
    }
    return look.apply(new Rebuilt(now, now.advanced(then.get())));
  }

  /** The answer by what the change reaches; null where only a full build knows. */
  @Nullable Difference tried(PlanChange change) {
    try {
      var trial = new Trial(base, values, change);
      return trial.run() ? new TriedSupposition(trial).difference() : null;
    } finally {
      values.reset();
    }
  }

  /** The critical path before any change. */
  public List<String> criticalPath() {
    return base.criticalPath;
  }

  /** Whether a key leads to a task along what tasks declare, some of them changed. */
  public boolean leadsTo(String from, String to, Map<Integer, Task> changed) {
    Nodes nodes = base.passes.nodes();
    int begin = nodes.find(from);
    if (from.equals(to) || begin == Nodes.NONE) {
      return from.equals(to);
    }
    int end = nodes.find(to);
    var seen = new BitSet();
    var open = new Ints(16);
    seen.set(begin);
    open.add(begin);
    for (int head = 0; head < open.size() && !seen.get(end); head++) {
      int node = open.get(head);
      Task task = changed.get(node);
      if (task == null) {
        var declared = base.passes.links().declared();
        for (int at = declared.start[node]; at < declared.start[node + 1]; at++) {
          push(declared.target[at], seen, open);
        }
      } else {
        named(task)
            .mapToInt(nodes::find)
            .filter(next -> next != Nodes.NONE)
            .forEach(next -> push(next, seen, open));
      }
    }
    return seen.get(end);
  }

  private static Stream<String> named(Task task) {
    return Stream.concat(
        task.dependsOn().stream(),
        task.blockers().stream().map(Blocker::awaits).filter(Objects::nonNull));
  }

  private static void push(int node, BitSet seen, Ints open) {
    if (!seen.get(node)) {
      seen.set(node);
      open.add(node);
    }
  }
}
