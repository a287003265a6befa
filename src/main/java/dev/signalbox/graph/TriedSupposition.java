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
    var seen = new BitSet();
    var open = new Ints(64);
    trial.beginnings().forEach(component -> push(component, seen, open));
    for (int head = 0; head < open.size(); head++) {
      trial.rows.forEachDependent(
          open.get(head),
          above -> {
            if (trial.values.label[above] != CauseLabels.NONE) {
              push(above, seen, open);
            }
          });
    }
    var tasks = new BitSet();
    for (int at = 0; at < open.size(); at++) {
      if (open.get(at) < components.count()) {
        base.passes.members(open.get(at)).filter(nodes::isTask).forEach(tasks::set);
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
