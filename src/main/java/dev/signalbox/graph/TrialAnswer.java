package dev.signalbox.graph;

import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.Ints;
import dev.signalbox.graph.rows.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** Says what a trial that came to an end found. */
final class TrialAnswer {

  private final Trial trial;
  private final Baseline base;
  private final TrialValues values;
  private final TrialRows rows;
  private final Components components;
  private final Nodes nodes;
  private final int count;

  TrialAnswer(Trial trial) {
    this.trial = trial;
    base = trial.base;
    values = trial.values;
    rows = trial.rows;
    components = base.passes.components();
    nodes = base.passes.nodes();
    count = components.count();
  }

  Difference difference() {
    List<Difference.State> states = new ArrayList<>();
    List<Difference.Day> days = new ArrayList<>();
    trial
        .tasks()
        .forEach(
            (task, component) -> {
              DerivedState before = base.verdicts.state(task);
              DerivedState after = trial.state(task);
              if (before != after) {
                states.add(new Difference.State(nodes.key(task), before, after));
              }
              LocalDate old = Days.shown(before, base.days[component]);
              LocalDate now = Days.shown(after, values.day[component]);
              if (!Objects.equals(old, now)) {
                days.add(new Difference.Day(nodes.key(task), old, now));
              }
            });
    List<Integer> path = path();
    return new Difference(
        List.copyOf(states),
        base.ranked(trial.gone),
        begun(path),
        path.stream().map(base.passes::smallestKey).toList(),
        List.copyOf(days));
  }

  private List<Integer> path() {
    int top = Rows.NONE;
    for (int component = 0; component < count; component++) {
      if (values.openTasks[component] > 0
          && (top == Rows.NONE || values.depth[component] >= values.depth[top])) {
        boolean higher = top == Rows.NONE || values.depth[component] > values.depth[top];
        top = higher ? component : components.earlier(component, top);
      }
    }
    List<Integer> path = new ArrayList<>();
    while (top != Rows.NONE) {
      if (values.openTasks[top] > 0) {
        path.add(top);
      }
      top = values.depth[top] > 0 ? next(top) : Rows.NONE;
    }
    return path.reversed();
  }

  private int next(int component) {
    int[] next = {Rows.NONE};
    rows.forEach(
        component,
        below -> {
          int step = values.openTasks[below] > 0 ? 1 : 0;
          if (values.depth[below] + step == values.depth[component]) {
            boolean is = next[0] == Rows.NONE || components.earlier(below, next[0]) == below;
            next[0] = is ? below : next[0];
          }
        });
    return next[0];
  }

  /** The new causes, each ranked by all that it holds then. */
  private List<RankedCause> begun(List<Integer> path) {
    if (trial.begun.isEmpty()) {
      return List.of();
    }
    var steps = new BitSet(count);
    path.forEach(steps::set);
    int number = base.passes.causes().all.size();
    List<RankedCause> ranked = new ArrayList<>();
    for (Trial.New begun : trial.begun) {
      ranked.add(ranked(begun, number++, steps));
    }
    return ranked.stream().sorted(Ranking.ORDER).toList();
  }

  private RankedCause ranked(Trial.New begun, int number, BitSet steps) {
    var seen = new BitSet();
    var open = new Ints(16);
    open.add(begun.component());
    seen.set(begun.component());
    int held = 0;
    int solely = 0;
    int critical = 0;
    for (int head = 0; head < open.size(); head++) {
      int component = open.get(head);
      held += values.openTasks[component];
      solely += values.label[component] == number ? values.openTasks[component] : 0;
      critical += component < count && steps.get(component) ? 1 : 0;
      rows.forEachDependent(
          component,
          above -> {
            if (!seen.get(above) && rows.waitsFor(above, component)) {
              seen.set(above);
              open.add(above);
            }
          });
    }
    return new RankedCause(begun.cause(), held, solely, critical, frees(begun.component()));
  }

  /** What the cause alone holds directly: its own task, or those that wait for nothing else. */
  private List<String> frees(int source) {
    if (source < count && trial.nodes.isOpenTask(components.first(source))) {
      return rows.degree(source) == 0 ? List.of(nodes.key(components.first(source))) : List.of();
    }
    List<String> frees = new ArrayList<>();
    rows.forEachDependent(
        source,
        above -> {
          int task = components.first(above);
          if (rows.waitsFor(above, source)
              && rows.degree(above) == 1
              && !base.isCircle(above)
              && trial.nodes.isOpenTask(task)
              && !Links.isUnstated(trial.nodes.task(task))) {
            frees.add(nodes.key(task));
          }
        });
    return frees.stream().sorted().toList();
  }
}
