package dev.signalbox.graph;

import dev.signalbox.graph.rows.CauseLabels;
import dev.signalbox.graph.rows.Components;
import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One change tried on one graph: computes anew only what the change reaches, upward from where it
 * begins. It gives up where that is more than a budget, and where circles or sprints form or
 * dissolve; then only a full build knows.
 */
final class Trial {

  /** A root cause that is new, and the component it begins in. */
  record New(RootCause cause, int component) {}

  final Baseline base;
  final TrialValues values;
  final TrialRows rows;
  final TrialNodes nodes;
  final List<RootCause> gone = new ArrayList<>();

  /** New causes; the number of each is its place here after all that the graph has. */
  final List<New> begun = new ArrayList<>();

  /** Causes of the graph that would be told in another way, by number. */
  private final Map<Integer, RootCause> reworded = new HashMap<>();

  private final PlanChange change;
  private final Components components;
  private final Nodes known;
  private final int count;

  Trial(Baseline base, TrialValues values, PlanChange change) {
    this.base = base;
    this.values = values;
    this.change = change;
    components = base.passes.components();
    known = base.passes.nodes();
    count = components.count();
    rows = new TrialRows(base);
    nodes = new TrialNodes(base.passes.links(), change);
  }

  /** Whether it came to an end; else nothing that it computed counts. */
  boolean run() {
    Set<Integer> reached = reached();
    if (reached == null || change.sprints() || !rewrite(reached)) {
      return false;
    }
    int budget = 1024 + 2 * (count + components.edges.target.length);
    if (rows.mayHaveCircle(budget)) {
      return false;
    }
    Set<Integer> seeds = begin(reached);
    return propagate(seeds, budget);
  }

  /** Nodes whose rows may be other ones; null where a sprint gets done or is so no more. */
  private @Nullable Set<Integer> reached() {
    Set<Integer> reached = new LinkedHashSet<>(change.tasks().keySet());
    Map<Integer, Integer> opened = new HashMap<>();
    for (Map.Entry<Integer, Task> each : change.tasks().entrySet()) {
      int task = each.getKey();
      dependents(task, reached);
      boolean was = SprintGates.isOpen(known.task(task));
      boolean is = SprintGates.isOpen(nodes.task(task));
      int sprint = known.gates().sprintOf(task);
      if (was != is && sprint != Nodes.NONE && base.sprintsAreLinked) {
        opened.merge(sprint, is ? 1 : -1, Integer::sum);
      }
    }
    change.externals().keySet().forEach(item -> dependents(known.tasks() + item, reached));
    SprintGates gates = known.gates();
    for (Map.Entry<Integer, Integer> each : opened.entrySet()) {
      int sprint = each.getKey();
      Sprint declared = gates.sprint(sprint);
      boolean done = declared.archived() || gates.open(sprint) + each.getValue() == 0;
      if (done != gates.isDone(sprint)) {
        return null;
      }
      if (gates.gate(sprint) != Nodes.NONE) {
        reached.add(known.gate(gates.gate(sprint)));
      }
    }
    return reached;
  }

  private void dependents(int node, Set<Integer> reached) {
    if (known.isHolding(node) != nodes.isHolding(node)) {
      var dependents = base.declaredDependents;
      for (int at = dependents.start[node]; at < dependents.start[node + 1]; at++) {
        if (nodes.isOpenTask(dependents.target[at])) {
          reached.add(dependents.target[at]);
        }
      }
    }
  }

  /** Whether all the rows could be written: not those in circles, nor too many. */
  private boolean rewrite(Set<Integer> reached) {
    for (int node : reached) {
      int component = components.of[node];
      Set<Integer> row = nodes.row(node);
      if (base.isCircle(component) || row.contains(node)) {
        return false;
      }
      if (nodes.added().size() > TrialValues.ROOM) {
        return false;
      }
      rows.put(component, row.stream().mapToInt(this::component).distinct().toArray());
    }
    return true;
  }

  private int component(int node) {
    return node < known.count() ? components.of[node] : count + node - known.count();
  }

  /** Writes down what begins where, and says where to compute from. */
  private Set<Integer> begin(Set<Integer> reached) {
    Set<Integer> seeds = new LinkedHashSet<>(rows.others());
    reached.forEach(node -> seeds.add(components.of[node]));
    change.externals().keySet().forEach(item -> seeds.add(components.of[known.tasks() + item]));
    for (int added = 0; added < nodes.added().size(); added++) {
      RootCause cause = nodes.added().get(added);
      if (rows.isHeld(count + added)) {
        begun(cause, count + added);
      }
    }
    for (int component : List.copyOf(seeds)) {
      if (component < count && !base.isCircle(component)) {
        begin(component);
      }
    }
    for (int task : change.tasks().keySet()) {
      int component = components.of[task];
      values.openTasks(component, nodes.isOpenTask(task) ? 1 : 0);
      rows.forEachDependent(component, seeds::add);
    }
    return seeds;
  }

  private void begin(int component) {
    int node = components.first(component);
    int before = base.passes.causes().of[component];
    RootCause cause = cause(node, component);
    if (cause == null) {
      values.own(component, CauseLabels.NONE, Days.NOTHING);
      if (before >= 0) {
        gone.add(base.passes.causes().all.get(before));
      }
    } else if (before < 0) {
      begun(cause, component);
    } else {
      values.own(component, before, Days.own(cause));
      reworded.put(before, cause);
    }
  }

  private @Nullable RootCause cause(int node, int component) {
    boolean held = rows.isHeld(component);
    if (known.isTask(node)) {
      return Begins.task(nodes.task(node), held);
    }
    if (!held) {
      return null;
    }
    return switch (known.kind(node)) {
      case TASK -> null;
      case EXTERNAL -> Begins.external(nodes.external(node));
      case UNKNOWN -> Begins.unknown(known.key(node));
      case BLOCKER -> Begins.blocker(known.blockerOf(node), known.key(known.carrier(node)));
      case SPRINT -> rows.degree(component) == 0 ? Begins.sprint(known.sprint(node)) : null;
    };
  }

  private void begun(RootCause cause, int component) {
    values.own(component, base.passes.causes().all.size() + begun.size(), Days.own(cause));
    begun.add(new New(cause, component));
  }

  /** In order of work, as far as the graph's order goes; what is added comes first. */
  private boolean propagate(Set<Integer> seeds, int budget) {
    var pending = new BitSet(count);
    for (int added = count; added < count + nodes.added().size(); added++) {
      values.compute(added, rows);
      rows.forEachDependent(added, pending::set);
    }
    seeds.stream().filter(seed -> seed < count).forEach(pending::set);
    int left = budget;
    int[] lowest = new int[1];
    for (int next = pending.nextSetBit(0); next >= 0; next = pending.nextSetBit(lowest[0])) {
      pending.clear(next);
      lowest[0] = next;
      left -= 1 + rows.degree(next);
      if (left < 0) {
        return false;
      }
      if (values.compute(next, rows)) {
        rows.forEachDependent(
            next,
            above -> {
              pending.set(above);
              lowest[0] = Math.min(lowest[0], above);
            });
      }
    }
    return true;
  }

  /** Tasks that may be in another state, in the plan's order, each with its component. */
  Map<Integer, Integer> tasks() {
    Map<Integer, Integer> tasks = new TreeMap<>();
    for (int component : values.touched()) {
      for (int at = component < count ? components.members.start[component] : 0;
          component < count && at < components.members.start[component + 1];
          at++) {
        if (known.isTask(components.members.target[at])) {
          tasks.put(components.members.target[at], component);
        }
      }
    }
    rows.changed()
        .forEach(
            component -> {
              int node = components.first(component);
              if (known.isTask(node)) {
                tasks.put(node, component);
              }
            });
    return tasks;
  }

  /**
   * Components where a change begins of what holds others, directly or not; all changed tasks are
   * among them, as their rows are written anew.
   */
  Set<Integer> beginnings() {
    Set<Integer> beginnings = new LinkedHashSet<>(rows.changed());
    for (int component : values.touched()) {
      if (values.isOtherwiseHeld(component)) {
        beginnings.add(component);
      }
    }
    return beginnings;
  }

  /** A cause by its number. */
  RootCause cause(int number) {
    List<RootCause> all = base.passes.causes().all;
    return number < all.size()
        ? reworded.getOrDefault(number, all.get(number))
        : begun.get(number - all.size()).cause();
  }

  DerivedState state(int task) {
    return switch (nodes.task(task).state()) {
      case DONE -> DerivedState.DONE;
      case CANCELLED -> DerivedState.CANCELLED;
      case TODO, DOING, BLOCKED -> {
        int component = components.of[task];
        if (values.label[component] != CauseLabels.NONE) {
          yield DerivedState.BLOCKED;
        }
        yield rows.degree(component) > 0 ? DerivedState.WAITING : DerivedState.READY;
      }
    };
  }
}
