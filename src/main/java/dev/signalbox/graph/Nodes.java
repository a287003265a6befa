package dev.signalbox.graph;

import dev.signalbox.graph.rows.KeyIndex;
import dev.signalbox.graph.rows.Rows;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers everything that can hold a task: first the tasks in the snapshot's order, then external
 * items, then keys that nothing has, then blockers that are only in words, then sprints that others
 * wait for.
 */
final class Nodes {

  static final int NONE = Rows.NONE;

  /** What a number stands for. */
  enum Kind {
    TASK,
    EXTERNAL,
    UNKNOWN,
    BLOCKER,
    SPRINT
  }

  private record Words(int task, Blocker blocker) {}

  private final List<Task> tasks;
  private final List<External> externals;
  private final KeyIndex byKey;
  private final List<String> unknown = new ArrayList<>();
  private final List<Words> blockers = new ArrayList<>();
  private final SprintGates gates;

  Nodes(PlanSnapshot snapshot) {
    tasks = snapshot.tasks();
    externals = snapshot.externals();
    gates = new SprintGates(snapshot);
    byKey = new KeyIndex(tasks.size() + externals.size());
    for (int task = 0; task < tasks.size(); task++) {
      byKey.intern(tasks.get(task).key().value(), task);
    }
    for (int external = 0; external < externals.size(); external++) {
      byKey.intern(externals.get(external).key(), tasks.size() + external);
    }
  }

  /**
   * Numbers the things of a later plan, by what is known of an earlier one.
   *
   * @param now for each key's number in the earlier graph the one here; filled with {@link #NONE},
   *     which stays where nothing here has the key
   */
  Nodes(PlanSnapshot snapshot, Nodes before, int[] now) {
    tasks = snapshot.tasks();
    externals = snapshot.externals();
    gates = new SprintGates(snapshot);
    var fresh = new ArrayList<Integer>();
    int likely = 0;
    for (int node = 0; node < tasks.size() + externals.size(); node++) {
      String key = key(node);
      int was = before.isNamed(likely, key) ? likely : before.find(key);
      if (was == NONE) {
        fresh.add(node);
      } else if (now[was] == NONE) {
        now[was] = node;
        likely = was + 1;
      }
    }
    byKey = before.byKey.renumbered(now);
    fresh.forEach(node -> byKey.intern(key(node), node));
  }

  /** Whether a number is a task's or an external item's of that key. */
  private boolean isNamed(int node, String key) {
    return node < tasks.size() + externals.size() && key(node).equals(key);
  }

  /** The number of a key; one that nothing has gets a number of its own. */
  int intern(String key) {
    int next = tasks.size() + externals.size() + unknown.size();
    int node = byKey.intern(key, next);
    if (node == next) {
      unknown.add(key);
    }
    return node;
  }

  /** Adds a blocker in words; its number is {@link #blocker} once all keys are interned. */
  int addBlocker(int task, Blocker blocker) {
    blockers.add(new Words(task, blocker));
    return blockers.size() - 1;
  }

  int blocker(int ordinal) {
    return tasks.size() + externals.size() + unknown.size() + ordinal;
  }

  /** The number of a gate once all keys are interned and all blockers are added. */
  int gate(int ordinal) {
    return blocker(blockers.size()) + ordinal;
  }

  int count() {
    return gate(gates.count());
  }

  SprintGates gates() {
    return gates;
  }

  int tasks() {
    return tasks.size();
  }

  /** The number of a key that the graph knows, or {@link #NONE}. */
  int find(String key) {
    return byKey.find(key);
  }

  boolean isTask(int node) {
    return node < tasks.size();
  }

  /** Whether the node is a task that is neither done nor cancelled. */
  boolean isOpenTask(int node) {
    return isTask(node) && !tasks.get(node).state().isEnded();
  }

  Kind kind(int node) {
    int rest = node - tasks.size();
    if (rest < 0) {
      return Kind.TASK;
    }
    if (rest < externals.size()) {
      return Kind.EXTERNAL;
    }
    if (rest < externals.size() + unknown.size()) {
      return Kind.UNKNOWN;
    }
    return node < gate(0) ? Kind.BLOCKER : Kind.SPRINT;
  }

  Task task(int node) {
    return tasks.get(node);
  }

  External external(int node) {
    return externals.get(node - tasks.size());
  }

  Blocker blockerOf(int node) {
    return words(node).blocker();
  }

  /**
   * The node of a task's blocker in words, or {@link #NONE}; blockers are in their tasks' order.
   */
  int wordsOf(int task, long id) {
    int low = 0;
    int high = blockers.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blockers.get(middle).task() < task) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    while (low < blockers.size() && blockers.get(low).task() == task) {
      if (blockers.get(low).blocker().id() == id) {
        return blocker(low);
      }
      low++;
    }
    return NONE;
  }

  /** The task that carries a blocker in words. */
  int carrier(int node) {
    return words(node).task();
  }

  /** The sprint that a gate stands for. */
  Sprint sprint(int node) {
    return gates.ofGate(node - gate(0));
  }

  /** What users call the node: its key, or the id of the blocker or sprint. */
  String key(int node) {
    return switch (kind(node)) {
      case TASK -> task(node).key().value();
      case EXTERNAL -> external(node).key();
      case UNKNOWN -> unknown.get(node - tasks.size() - externals.size());
      case BLOCKER -> "blocker:" + blockerOf(node).id();
      case SPRINT -> "sprint:" + sprint(node).key();
    };
  }

  /** Whether what depends on the node has to wait. */
  boolean isHolding(int node) {
    return switch (kind(node)) {
      case TASK -> !task(node).state().isClearing();
      case EXTERNAL -> !external(node).closed();
      case UNKNOWN, BLOCKER, SPRINT -> true;
    };
  }

  private Words words(int node) {
    return blockers.get(node - blocker(0));
  }
}
