package dev.signalbox.graph;

import dev.signalbox.graph.rows.CauseCounts;
import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Root causes by what they free: what goes away first does the most good. */
final class Ranking {

  private static final Comparator<RankedCause> ORDER =
      Comparator.comparingInt(RankedCause::holdsSolely)
          .thenComparingInt(RankedCause::holds)
          .reversed()
          .thenComparing(ranked -> ranked.cause().id());

  private Ranking() {}

  static List<RankedCause> of(
      Links links, Components components, Causes causes, CauseCounts counts) {
    List<List<String>> frees = frees(links, components, causes);
    List<RankedCause> ranked = new ArrayList<>(causes.all.size());
    for (int cause = 0; cause < causes.all.size(); cause++) {
      ranked.add(
          new RankedCause(
              causes.all.get(cause),
              counts.held[cause],
              counts.solely[cause],
              frees.get(cause).stream().sorted().toList()));
    }
    ranked.sort(ORDER);
    return List.copyOf(ranked);
  }

  private static List<List<String>> frees(Links links, Components components, Causes causes) {
    List<List<String>> frees = new ArrayList<>(causes.all.size());
    for (int cause = 0; cause < causes.all.size(); cause++) {
      frees.add(new ArrayList<>());
    }
    for (int task = 0; task < links.nodes().tasks(); task++) {
      int cause = links.nodes().isOpenTask(task) ? onlyHold(task, links, components, causes) : -1;
      if (cause >= 0) {
        frees.get(cause).add(links.nodes().key(task));
      }
    }
    return frees;
  }

  /** The cause without which nothing would hold the task directly, or {@link Nodes#NONE}. */
  private static int onlyHold(int task, Links links, Components components, Causes causes) {
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
    boolean isSource = first == home || !links.nodes().isOpenTask(only(components, first));
    return isSource ? causes.of[first] : Nodes.NONE;
  }

  private static int only(Components components, int component) {
    return components.members.target[components.members.start[component]];
  }
}
