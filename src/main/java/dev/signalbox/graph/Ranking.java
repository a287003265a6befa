package dev.signalbox.graph;

import dev.signalbox.graph.rows.CauseCounts;
import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** Root causes by what they free: what goes away first does the most good. */
final class Ranking {

  static final Comparator<RankedCause> ORDER =
      Comparator.comparingInt(RankedCause::holdsSolely)
          .thenComparingInt(RankedCause::holds)
          .reversed()
          .thenComparing(ranked -> ranked.cause().id());

  private final Passes passes;
  private final Links links;
  private final Components components;
  private final Causes causes;
  private final IntPredicate scope;

  private Ranking(Passes passes, IntPredicate scope) {
    this.passes = passes;
    this.links = passes.links();
    this.components = passes.components();
    this.causes = passes.causes();
    this.scope = scope;
  }

  /** All causes, by all that they hold. */
  static List<RankedCause> of(Passes passes) {
    return new Ranking(passes, _ -> true).ranked();
  }

  /** The causes that hold any of some tasks, counted on those tasks alone. */
  static List<RankedCause> of(Passes passes, IntPredicate scope) {
    return new Ranking(passes, scope).ranked().stream().filter(each -> each.holds() > 0).toList();
  }

  private List<RankedCause> ranked() {
    CauseCounts counts =
        new CauseCounts(
            components.edges,
            causes.of,
            passes.labels(),
            passes.openTasks(scope),
            passes.criticalSteps(scope),
            causes.all.size());
    List<List<String>> frees = frees();
    List<RankedCause> ranked = new ArrayList<>(causes.all.size());
    for (int cause = 0; cause < causes.all.size(); cause++) {
      ranked.add(
          new RankedCause(
              causes.all.get(cause),
              counts.held[cause],
              counts.solely[cause],
              counts.marked[cause],
              frees.get(cause).stream().sorted().toList()));
    }
    ranked.sort(ORDER);
    return List.copyOf(ranked);
  }

  private List<List<String>> frees() {
    List<List<String>> frees = new ArrayList<>(causes.all.size());
    for (int cause = 0; cause < causes.all.size(); cause++) {
      frees.add(new ArrayList<>());
    }
    Nodes nodes = links.nodes();
    for (int task = 0; task < nodes.tasks(); task++) {
      int cause = nodes.isOpenTask(task) && scope.test(task) ? onlyHold(task) : Nodes.NONE;
      if (cause >= 0) {
        frees.get(cause).add(nodes.key(task));
      }
    }
    return frees;
  }

  /** The cause without which nothing would hold the task directly, or {@link Nodes#NONE}. */
  private int onlyHold(int task) {
    Rows holding = links.holding();
    int home = components.of[task];
    if (holding.degree(task) == 0) {
      return causes.of[home];
    }
    int first = components.of[holding.target[holding.start[task]]];
    for (int at = holding.start[task] + 1; at < holding.start[task + 1]; at++) {
      if (components.of[holding.target[at]] != first) {
        return Nodes.NONE;
      }
    }
    boolean isSource = first == home || isSource(first);
    return isSource && !links.isUnstated(task) ? causes.of[first] : Nodes.NONE;
  }

  private boolean isSource(int component) {
    int member = components.members.target[components.members.start[component]];
    return components.members.degree(component) == 1 && !links.nodes().isOpenTask(member);
  }
}
