package dev.signalbox.graph;

import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tasks that wait for each other. */
final class Circles {

  private Circles() {}

  /** Every circle's members, each list ascending with sprints last, the lists by their first. */
  static List<List<String>> all(Nodes nodes, Rows holding, Components components) {
    List<List<String>> circles = new ArrayList<>();
    Causes.circles(components, holding).stream()
        .forEach(component -> circles.add(keys(nodes, components.members, component)));
    circles.sort((one, other) -> one.getFirst().compareTo(other.getFirst()));
    return List.copyOf(circles);
  }

  private static List<String> keys(Nodes nodes, Rows members, int component) {
    return Arrays.stream(members.target, members.start[component], members.start[component + 1])
        .boxed()
        .sorted(
            Comparator.comparing((Integer node) -> !nodes.isTask(node)).thenComparing(nodes::key))
        .map(nodes::key)
        .toList();
  }

  /** A shortest way round through the smallest key of a task, which stands first; each key once. */
  static List<String> shortest(Nodes nodes, Rows holding, Components components, int component) {
    int begin = smallest(nodes, components.members, component);
    int[] queue = new int[components.members.degree(component)];
    var from = new HashMap<Integer, Integer>();
    int size = 0;
    queue[size++] = begin;
    for (int head = 0; head < size; head++) {
      int node = queue[head];
      for (int at = holding.start[node]; at < holding.start[node + 1]; at++) {
        int to = holding.target[at];
        if (to == begin) {
          return way(nodes, from, begin, node);
        }
        if (components.of[to] == component && from.putIfAbsent(to, node) == null) {
          queue[size++] = to;
        }
      }
    }
    throw new IllegalStateException("a component of several nodes has a circle through each");
  }

  private static List<String> way(Nodes nodes, Map<Integer, Integer> from, int begin, int end) {
    List<String> way = new ArrayList<>();
    for (int node = end; node != begin; node = from.getOrDefault(node, begin)) {
      way.add(nodes.key(node));
    }
    way.add(nodes.key(begin));
    return way.reversed();
  }

  private static int smallest(Nodes nodes, Rows members, int component) {
    int smallest = Nodes.NONE;
    for (int at = members.start[component]; at < members.start[component + 1]; at++) {
      int member = members.target[at];
      boolean smaller =
          smallest == Nodes.NONE || nodes.key(member).compareTo(nodes.key(smallest)) < 0;
      smallest = nodes.isTask(member) && smaller ? member : smallest;
    }
    return smallest;
  }
}
