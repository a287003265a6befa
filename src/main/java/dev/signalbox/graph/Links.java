package dev.signalbox.graph;

import dev.signalbox.graph.rows.Rows;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The edges of a plan, each once.
 *
 * @param declared every dependency and everything awaited, whatever its state
 * @param holding from each open task to what holds it now, blockers in words included; done tasks
 *     and closed items are no targets, and ended tasks wait for nothing
 */
record Links(Nodes nodes, Rows declared, Rows holding) {

  static Links of(PlanSnapshot snapshot) {
    var nodes = new Nodes(snapshot);
    var named = new Rows.Writer(nodes.tasks(), nodes.tasks() * 4);
    var words = new Rows.Writer(nodes.tasks(), 8);
    for (int task = 0; task < nodes.tasks(); task++) {
      read(nodes, task, named, words);
    }
    return link(nodes, named.done(), words.done());
  }

  private static void read(Nodes nodes, int number, Rows.Writer named, Rows.Writer words) {
    Task task = nodes.task(number);
    for (String key : task.dependsOn()) {
      named.add(nodes.intern(key));
    }
    for (Blocker blocker : task.blockers()) {
      String awaits = blocker.awaits();
      if (awaits == null) {
        words.add(nodes.addBlocker(number, blocker));
      } else {
        named.add(nodes.intern(awaits));
      }
    }
    named.endRow();
    words.endRow();
  }

  private static Links link(Nodes nodes, Rows named, Rows words) {
    int count = nodes.count();
    var declared = new Rows.Writer(count, named.target.length);
    var holding = new Rows.Writer(count, named.target.length);
    boolean[] holds = new boolean[count];
    for (int node = 0; node < count; node++) {
      holds[node] = nodes.isHolding(node);
    }
    int[] seenBy = new int[count];
    for (int task = 0; task < nodes.tasks(); task++) {
      boolean open = nodes.isOpenTask(task);
      for (int at = named.start[task]; at < named.start[task + 1]; at++) {
        int to = named.target[at];
        if (seenBy[to] != task + 1) {
          seenBy[to] = task + 1;
          declared.add(to);
          if (open && holds[to]) {
            holding.add(to);
          }
        }
      }
      for (int at = words.start[task]; open && at < words.start[task + 1]; at++) {
        holding.add(nodes.blocker(words.target[at]));
      }
      declared.endRow();
      holding.endRow();
    }
    return new Links(nodes, declared.done(), holding.done());
  }

  /** Everything to draw an edge to: what the node names, and what holds it in words. */
  int[] shown(int node) {
    IntStream named = row(declared, node);
    IntStream words = row(holding, node).filter(to -> nodes.kind(to) == Nodes.Kind.BLOCKER);
    return IntStream.concat(named, words).toArray();
  }

  private static IntStream row(Rows rows, int node) {
    return Arrays.stream(rows.target, rows.start[node], rows.start[node + 1]);
  }
}
