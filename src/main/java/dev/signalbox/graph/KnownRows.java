package dev.signalbox.graph;

import dev.signalbox.graph.rows.Rows;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.Arrays;

/**
 * What an earlier graph knows of a later plan: the numbers of keys, and the rows of tasks that name
 * the same things still. To look up keys is most of a build.
 */
final class KnownRows {

  private final Links before;
  private final Nodes nodes;
  private final int[] now;
  private final int[] was;

  KnownRows(PlanSnapshot snapshot, Links before) {
    this.before = before;
    now = new int[before.nodes().blocker(0)];
    Arrays.fill(now, Nodes.NONE);
    nodes = new Nodes(snapshot, before.nodes(), now);
    was = new int[nodes.tasks()];
    Arrays.fill(was, Nodes.NONE);
    for (int task = 0; task < before.nodes().tasks(); task++) {
      int here = now[task];
      if (here != Nodes.NONE && nodes.isTask(here)) {
        was[here] = namesTheSame(before.nodes().task(task), nodes.task(here)) ? task : Nodes.NONE;
      }
    }
  }

  /** The later plan's; keys that nothing has are still to be interned. */
  Nodes nodes() {
    return nodes;
  }

  private static boolean namesTheSame(Task one, Task other) {
    return one.dependsOn().equals(other.dependsOn()) && one.blockers().equals(other.blockers());
  }

  /** Whether a task names what it did. */
  boolean isKnown(int task) {
    return was[task] != Nodes.NONE;
  }

  /** Writes the row of such a task, with the numbers that its targets have here. */
  void write(int task, Rows.Writer named) {
    Rows declared = before.declared();
    for (int at = declared.start[was[task]]; at < declared.start[was[task] + 1]; at++) {
      int target = declared.target[at];
      if (now[target] == Nodes.NONE) {
        now[target] = nodes.intern(before.nodes().key(target));
      }
      named.add(now[target]);
    }
    named.endRow();
  }
}
