package dev.signalbox.graph;

import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.Ints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
    var path = new TrialPath(trial);
    int[] steps = path.steps();
    return new Difference(
        List.copyOf(states),
        base.ranked(trial.gone),
        begun(path.set(steps)),
        keys(steps),
        List.copyOf(days));
  }

  private List<String> keys(int[] steps) {
    return Arrays.equals(steps, base.critical)
        ? base.criticalPath
        : Arrays.stream(steps).mapToObj(base.passes::smallestKey).toList();
  }

  /** The new causes, each ranked by all that it holds then. */
  private List<RankedCause> begun(BitSet steps) {
    if (trial.begun.isEmpty()) {
      return List.of();
    }
    int number = base.passes.causes().all.size();
    List<RankedCause> ranked = new ArrayList<>();
    for (Trial.New begun : trial.begun) {
      ranked.add(ranked(begun, number++, steps));
    }
    return ranked.stream().sorted(Ranking.ORDER).toList();
  }

  private RankedCause ranked(Trial.New begun, int number, BitSet steps) {
    Ints all = rows.holds(new int[] {begun.component()}, values.label);
    int held = 0;
    int solely = 0;
    int critical = 0;
    for (int at = 0; at < all.size(); at++) {
      int component = all.get(at);
      held += values.openTasks[component];
      solely += values.label[component] == number ? values.openTasks[component] : 0;
      critical += component < count && steps.get(component) ? 1 : 0;
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
