package dev.signalbox.graph;

import dev.signalbox.graph.rows.Ints;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
   * What a change would make different.
   *
   * @param then the whole graph, for where the change reaches too far
   */
  public Difference difference(PlanChange change, Supplier<PlanGraph> then) {
    Difference found = tried(change);
    return found == null ? Difference.between(now, then.get()) : found;
  }

  /** The answer by what the change reaches; null where only a full build knows. */
  @Nullable Difference tried(PlanChange change) {
    try {
      var trial = new Trial(base, values, change);
      return trial.run() ? new TrialAnswer(trial).difference() : null;
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
