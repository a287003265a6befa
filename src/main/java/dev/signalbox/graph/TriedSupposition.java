package dev.signalbox.graph;

import dev.signalbox.graph.rows.CauseLabels;
import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.Ints;
import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** A supposition told by what its change reaches. */
final class TriedSupposition implements Supposition {

  private final Trial trial;
  private final Baseline base;
  private final Components components;
  private final Nodes nodes;

  TriedSupposition(Trial trial) {
    this.trial = trial;
    base = trial.base;
    components = base.passes.components();
    nodes = base.passes.nodes();
  }

  @Override
  public Difference difference() {
    return new TrialAnswer(trial).difference();
  }

  @Override
  public Task task(int at) {
    return trial.nodes.task(at);
  }

  /**
   * A task with many root causes may have others of them although nothing was computed anew for it,
   * so from each place where a change begins everything above counts that is held at all.
   */
  @Override
  public BitSet others() {
    int[] beginnings = trial.beginnings().stream().mapToInt(each -> each).toArray();
    Ints reached = trial.rows.holds(beginnings, trial.values.label);
    var members = components.members;
    var tasks = new BitSet();
    for (int at = 0; at < reached.size(); at++) {
      int component = reached.get(at);
      int end = component < components.count() ? members.start[component + 1] : 0;
      for (int m = component < components.count() ? members.start[component] : 0; m < end; m++) {
        if (nodes.isTask(members.target[m])) {
          tasks.set(members.target[m]);
        }
      }
    }
    return tasks;
  }

  private static void push(int component, BitSet seen, Ints open) {
    if (!seen.get(component)) {
      seen.set(component);
      open.add(component);
    }
  }

  @Override
  public DerivedState state(int at) {
    return trial.state(at);
  }

  @Override
  public Held held(int at) {
    DerivedState state = trial.state(at);
    List<RootCause> causes = state == DerivedState.BLOCKED ? causes(components.of[at]) : List.of();
    return new Held(state, causes, waitsFor(at));
  }

  /** Walks down, past nothing that is not blocked itself. */
  private List<RootCause> causes(int begin) {
    List<RootCause> found = new ArrayList<>();
    var known = new BitSet();
    var seen = new BitSet();
    var open = new Ints(16);
    push(begin, seen, open);
    for (int head = 0; head < open.size(); head++) {
      int component = open.get(head);
      int label = trial.values.label[component];
      int own = label >= 0 ? label : trial.values.own(component);
      if (own >= 0 && !known.get(own)) {
        known.set(own);
        found.add(trial.cause(own));
      }
      if (label == CauseLabels.MANY) {
        trial.rows.forEach(
            component,
            below -> {
              if (trial.values.label[below] != CauseLabels.NONE) {
                push(below, seen, open);
              }
            });
      }
    }
    return found.stream().sorted(Comparator.comparing(RootCause::id)).toList();
  }

  private List<String> waitsFor(int at) {
    return trial.rows.changedRow(components.of[at]) == null
        ? base.verdicts.derived(at).waitsFor()
        : trial.nodes.waitsFor(at);
  }
}
