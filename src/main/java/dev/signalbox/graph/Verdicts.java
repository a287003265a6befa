package dev.signalbox.graph;

import dev.signalbox.graph.rows.CauseLabels;
import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.Ints;
import dev.signalbox.graph.rows.LongestPath;
import dev.signalbox.graph.rows.Rows;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.TaskState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns the passes' numbers into the answer for one task. */
final class Verdicts {

  private final Links links;
  private final Nodes nodes;
  private final Components components;
  private final Causes causes;
  private final CauseLabels labels;
  private final LongestPath paths;

  Verdicts(Passes passes) {
    this.links = passes.links();
    this.nodes = links.nodes();
    this.components = passes.components();
    this.causes = passes.causes();
    this.labels = passes.labels();
    this.paths = passes.paths();
  }

  DerivedState state(int task) {
    return switch (nodes.task(task).state()) {
      case DONE -> DerivedState.DONE;
      case CANCELLED -> DerivedState.CANCELLED;
      case TODO, DOING, BLOCKED -> openState(task);
    };
  }

  /** How many of some tasks are in each state; every state is a key. */
  Map<DerivedState, Integer> counts(IntStream tasks) {
    var counts = new EnumMap<DerivedState, Integer>(DerivedState.class);
    for (DerivedState state : DerivedState.values()) {
      counts.put(state, 0);
    }
    tasks.forEach(task -> counts.merge(state(task), 1, Integer::sum));
    return counts;
  }

  private DerivedState openState(int task) {
    if (labels.of[components.of[task]] != CauseLabels.NONE) {
      return DerivedState.BLOCKED;
    }
    return links.holding().degree(task) > 0 ? DerivedState.WAITING : DerivedState.READY;
  }

  Derived derived(int task) {
    DerivedState state = state(task);
    List<RootCause> because = state == DerivedState.BLOCKED ? rootCauses(task) : List.of();
    List<String> waitsFor = waitsFor(task);
    return new Derived(
        nodes.key(task),
        state,
        because,
        waitsFor,
        contradiction(task, state, because, waitsFor),
        nodes.isOpenTask(task) ? paths.depth[components.of[task]] : 0);
  }

  /** Walks down from the task, past nothing that is not blocked itself. */
  private List<RootCause> rootCauses(int task) {
    int begin = components.of[task];
    if (labels.of[begin] >= 0) {
      return List.of(causes.all.get(labels.of[begin]));
    }
    var seen = new BitSet(components.count());
    var found = new BitSet(causes.all.size());
    var open = new Ints(16);
    open.add(begin);
    seen.set(begin);
    for (int head = 0; head < open.size(); head++) {
      int component = open.get(head);
      if (labels.of[component] >= 0) {
        found.set(labels.of[component]);
      } else {
        if (causes.of[component] >= 0) {
          found.set(causes.of[component]);
        }
        push(component, seen, open);
      }
    }
    return found.stream().mapToObj(causes.all::get).toList();
  }

  private void push(int component, BitSet seen, Ints open) {
    Rows edges = components.edges;
    for (int at = edges.start[component]; at < edges.start[component + 1]; at++) {
      int to = edges.target[at];
      if (labels.of[to] != CauseLabels.NONE && !seen.get(to)) {
        seen.set(to);
        open.add(to);
      }
    }
  }

  private List<String> waitsFor(int task) {
    Rows holding = links.holding();
    List<String> keys = new ArrayList<>(holding.degree(task));
    for (int at = holding.start[task]; at < holding.start[task + 1]; at++) {
      int to = holding.target[at];
      if (nodes.kind(to) != Nodes.Kind.BLOCKER) {
        keys.add(nodes.key(to));
      }
    }
    return keys.stream().sorted().toList();
  }

  /** Whether the declared state disagrees with the derived one. */
  boolean isContradicted(int task) {
    return switch (state(task)) {
      case READY -> nodes.task(task).state() == TaskState.BLOCKED;
      case CANCELLED -> false;
      case WAITING -> nodes.task(task).state() != TaskState.TODO;
      case BLOCKED -> isContradictedByBlocked(task);
      case DONE -> !undone(task).isEmpty();
    };
  }

  /** What only has to wait until its whole sprint may begin is rightly TODO meanwhile. */
  private boolean isContradictedByBlocked(int task) {
    return switch (nodes.task(task).state()) {
      case TODO -> isBlockedByItself(task);
      case DOING, DONE, CANCELLED -> true;
      case BLOCKED -> nothingHolds(task);
    };
  }

  private boolean isBlockedByItself(int task) {
    Rows holding = links.holding();
    for (int at = holding.start[task]; at < holding.start[task + 1]; at++) {
      int to = holding.target[at];
      if (nodes.kind(to) != Nodes.Kind.SPRINT && labels.of[components.of[to]] != CauseLabels.NONE) {
        return true;
      }
    }
    return false;
  }

  private boolean nothingHolds(int task) {
    return links.holding().degree(task) == 0;
  }

  private @Nullable String contradiction(
      int task, DerivedState state, List<RootCause> because, List<String> waitsFor) {
    if (!isContradicted(task)) {
      return null;
    }
    TaskState declared = nodes.task(task).state();
    return switch (state) {
      case READY -> Words.CLEARED;
      case CANCELLED -> null;
      case DONE -> "declared DONE but depends on " + Words.some(undone(task), Verdicts::declared);
      case WAITING ->
          declared == TaskState.BLOCKED
              ? "declared BLOCKED but waits only for work that can go on: "
                  + Words.some(waitsFor, key -> key)
              : "declared DOING but still waits for " + Words.some(waitsFor, key -> key);
      case BLOCKED ->
          nothingHolds(task)
              ? Words.UNSTATED
              : "declared " + declared + " but blocked by " + Words.some(because, Words::name);
    };
  }

  /** Tasks that the task depends on and that are not done. */
  private List<Task> undone(int task) {
    Rows declared = links.declared();
    List<Task> undone = new ArrayList<>();
    for (int at = declared.start[task]; at < declared.start[task + 1]; at++) {
      int to = declared.target[at];
      if (nodes.isTask(to) && nodes.task(to).state() != TaskState.DONE) {
        undone.add(nodes.task(to));
      }
    }
    return undone;
  }

  private static String declared(Task task) {
    return task.key() + ", which is " + task.state();
  }
}
