package dev.signalbox.graph;

import dev.signalbox.graph.rows.Ints;
import dev.signalbox.graph.rows.Rows;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.TaskState;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The edges of a plan, each once.
 *
 * @param declared every dependency and everything awaited, whatever its state
 * @param holding from each open task to what holds it now, blockers in words and earlier sprints
 *     included, and from each such sprint to its open tasks; done tasks and closed items are no
 *     targets, and ended tasks wait for nothing
 * @param beginnings all that can be a root cause, ascending: tasks that are cancelled, or blocked
 *     by nothing that is stated, and whatever is no task
 */
record Links(Nodes nodes, Rows declared, Rows holding, Ints beginnings) {

  static Links of(PlanSnapshot snapshot) {
    var nodes = new Nodes(snapshot);
    var named = new Rows.Writer(nodes.tasks(), nodes.tasks() * 4);
    for (int task = 0; task < nodes.tasks(); task++) {
      readNamed(nodes, task, named);
    }
    return link(nodes, named.done(), words(nodes));
  }

  /** The same, looking up only the keys of tasks that name others than in an earlier plan. */
  static Links of(PlanSnapshot snapshot, Links before) {
    var known = new KnownRows(snapshot, before);
    Nodes nodes = known.nodes();
    var named = new Rows.Writer(nodes.tasks(), before.declared.target.length + 64);
    for (int task = 0; task < nodes.tasks(); task++) {
      if (known.isKnown(task)) {
        known.write(task, named);
      } else {
        readNamed(nodes, task, named);
      }
    }
    return link(nodes, named.done(), words(nodes));
  }

  private static void readNamed(Nodes nodes, int number, Rows.Writer named) {
    Task task = nodes.task(number);
    for (String key : task.dependsOn()) {
      named.add(nodes.intern(key));
    }
    for (Blocker blocker : task.blockers()) {
      if (blocker.awaits() != null) {
        named.add(nodes.intern(blocker.awaits()));
      }
    }
    named.endRow();
  }

  private static Rows words(Nodes nodes) {
    var words = new Rows.Writer(nodes.tasks(), 8);
    for (int task = 0; task < nodes.tasks(); task++) {
      for (Blocker blocker : nodes.task(task).blockers()) {
        if (blocker.awaits() == null) {
          words.add(nodes.addBlocker(task, blocker));
        }
      }
      words.endRow();
    }
    return words.done();
  }

  private static Links link(Nodes nodes, Rows named, Rows words) {
    int count = nodes.count();
    SprintGates gates = nodes.gates();
    var declared = new Rows.Writer(count, named.target.length);
    var holding = new Rows.Writer(count, named.target.length);
    boolean[] holds = new boolean[count];
    for (int node = 0; node < count; node++) {
      holds[node] = nodes.isHolding(node);
    }
    int[] seenBy = new int[count];
    var beginnings = new Ints(count - nodes.tasks() + 64);
    for (int task = 0; task < nodes.tasks(); task++) {
      boolean open = nodes.isOpenTask(task);
      if (nodes.task(task).state() == TaskState.CANCELLED || isUnstated(nodes.task(task))) {
        beginnings.add(task);
      }
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
      if (open && gates.count() > 0) {
        for (int gate : gates.before(task)) {
          holding.add(nodes.gate(gate));
        }
      }
      declared.endRow();
      holding.endRow();
    }
    hold(nodes, holding);
    for (int node = nodes.tasks(); node < count; node++) {
      beginnings.add(node);
    }
    return new Links(nodes, declared.done(), holding.done(), beginnings);
  }

  /** A gate waits for the open tasks of its sprint; what stands between waits for nothing. */
  private static void hold(Nodes nodes, Rows.Writer holding) {
    for (int node = nodes.tasks(); node < nodes.gate(0); node++) {
      holding.endRow();
    }
    Rows open = nodes.gates().openTasks(nodes);
    for (int gate = 0; gate < open.nodes(); gate++) {
      for (int at = open.start[gate]; at < open.start[gate + 1]; at++) {
        holding.add(open.target[at]);
      }
      holding.endRow();
    }
  }

  /**
   * Whether a task is declared BLOCKED and nobody ever said by what. One whose stated reasons are
   * all cleared is something else: it is ready, and its declaration is out of date.
   */
  static boolean isUnstated(Task task) {
    return task.state() == TaskState.BLOCKED
        && task.dependsOn().isEmpty()
        && task.blockers().isEmpty();
  }

  /** {@link #isUnstated(Task)} of a task by its number. */
  boolean isUnstated(int node) {
    return isUnstated(nodes.task(node));
  }

  /** What to add where a task waits for something only because prose seems to say so. */
  String via(int node, int to) {
    if (!nodes.isTask(node) || nodes.kind(to) == Nodes.Kind.BLOCKER) {
      return "";
    }
    String key = nodes.key(to);
    for (Blocker blocker : nodes.task(node).blockers()) {
      if (key.equals(blocker.awaits())) {
        return "; " + Words.blocker(blocker);
      }
    }
    return "";
  }

  /** Whether an edge between these two, if there is one, holds its source now. */
  boolean isHolding(int node, int to) {
    return (nodes.isOpenTask(node) || node >= nodes.gate(0)) && nodes.isHolding(to);
  }

  /** Everything to draw an edge to: what the node names, and what else holds it. */
  int[] shown(int node) {
    if (node >= nodes.gate(0)) {
      return row(holding, node).toArray();
    }
    IntStream named = row(declared, node);
    IntStream others = row(holding, node).filter(to -> to >= nodes.blocker(0));
    return IntStream.concat(named, others).toArray();
  }

  /** {@link #shown} of every node. */
  Rows shownRows() {
    var edges = new Rows.Writer(nodes.count(), declared.target.length);
    for (int node = 0; node < nodes.count(); node++) {
      if (declared.degree(node) + holding.degree(node) > 0) {
        for (int to : shown(node)) {
          edges.add(to);
        }
      }
      edges.endRow();
    }
    return edges.done();
  }

  private static IntStream row(Rows rows, int node) {
    return Arrays.stream(rows.target, rows.start[node], rows.start[node + 1]);
  }
}
