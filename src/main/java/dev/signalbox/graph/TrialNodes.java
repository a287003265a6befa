package dev.signalbox.graph;

import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The nodes of a graph as one change would have them. What the change adds, keys that nothing has
 * and blockers in words, is numbered after all that is there.
 */
final class TrialNodes {

  private final Links links;
  private final Nodes nodes;
  private final PlanChange change;
  private final List<RootCause> added = new ArrayList<>();
  private final Map<String, Integer> addedByKey = new HashMap<>();

  TrialNodes(Links links, PlanChange change) {
    this.links = links;
    this.nodes = links.nodes();
    this.change = change;
  }

  /** Root causes that the added nodes are, in the order of their numbers. */
  List<RootCause> added() {
    return added;
  }

  Task task(int node) {
    Task changed = change.tasks().get(node);
    return changed == null ? nodes.task(node) : changed;
  }

  External external(int node) {
    External changed = change.externals().get(node - nodes.tasks());
    return changed == null ? nodes.external(node) : changed;
  }

  boolean isOpenTask(int node) {
    return nodes.isTask(node) && !task(node).state().isEnded();
  }

  boolean isHolding(int node) {
    if (nodes.isTask(node)) {
      return !task(node).state().isClearing();
    }
    boolean isExternal = node < nodes.count() && nodes.kind(node) == Nodes.Kind.EXTERNAL;
    return !isExternal || !external(node).closed();
  }

  /** What holds a task or a gate, each once. */
  Set<Integer> row(int node) {
    Set<Integer> row = new LinkedHashSet<>();
    if (nodes.isTask(node)) {
      if (isOpenTask(node)) {
        ofTask(node, row);
      }
    } else {
      SprintGates gates = nodes.gates();
      for (int task : gates.tasksOf(gates.find(nodes.sprint(node).key()))) {
        if (SprintGates.isOpen(task(task))) {
          row.add(task);
        }
      }
    }
    return row;
  }

  private void ofTask(int node, Set<Integer> row) {
    Task changed = change.tasks().get(node);
    if (changed == null) {
      for (int at = links.declared().start[node]; at < links.declared().start[node + 1]; at++) {
        addHolding(links.declared().target[at], row);
      }
    } else {
      changed.dependsOn().forEach(key -> addHolding(target(key), row));
      changed.blockers().stream()
          .map(Blocker::awaits)
          .filter(Objects::nonNull)
          .forEach(key -> addHolding(target(key), row));
    }
    for (Blocker blocker : task(node).blockers()) {
      if (blocker.awaits() == null) {
        row.add(words(node, blocker));
      }
    }
    for (int gate : nodes.gates().before(node)) {
      row.add(nodes.gate(gate));
    }
  }

  /** Keys of what holds a task, but for blockers in words; ordered. */
  List<String> waitsFor(int task) {
    List<String> keys = new ArrayList<>();
    for (int to : row(task)) {
      if (to >= nodes.count()) {
        RootCause cause = added.get(to - nodes.count());
        if (cause.kind() == RootCause.Kind.UNKNOWN) {
          keys.add(cause.key());
        }
      } else if (nodes.kind(to) != Nodes.Kind.BLOCKER) {
        keys.add(nodes.key(to));
      }
    }
    return keys.stream().sorted().toList();
  }

  private void addHolding(int to, Set<Integer> row) {
    if (isHolding(to)) {
      row.add(to);
    }
  }

  private int target(String key) {
    int known = nodes.find(key);
    return known == Nodes.NONE ? added("unknown:" + key, Begins.unknown(key)) : known;
  }

  private int words(int task, Blocker blocker) {
    int known = nodes.wordsOf(task, blocker.id());
    return known == Nodes.NONE
        ? added("blocker:" + blocker.id(), Begins.blocker(blocker, nodes.key(task)))
        : known;
  }

  private int added(String id, RootCause cause) {
    Integer known = addedByKey.get(id);
    if (known != null) {
      return known;
    }
    int node = nodes.count() + added.size();
    added.add(cause);
    addedByKey.put(id, node);
    return node;
  }
}
