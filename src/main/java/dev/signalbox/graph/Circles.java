package dev.signalbox.graph;

import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tasks that wait for each other. */
final class Circles {

  private Circles() {}

  /** Every circle's members, each list ascending, the lists by their first key. */
  static List<List<String>> all(Nodes nodes, Rows holding, Components components) {
    List<List<String>> circles = new ArrayList<>();
    for (int component = 0; component < components.count(); component++) {
      if (Causes.isCircle(components, holding, component)) {
        circles.add(keys(nodes, components.members, component));
      }
    }
    circles.sort((one, other) -> one.getFirst().compareTo(other.getFirst()));
    return List.copyOf(circles);
  }

  private static List<String> keys(Nodes nodes, Rows members, int component) {
    return Arrays.stream(members.target, members.start[component], members.start[component + 1])
        .mapToObj(nodes::key)
        .sorted()
        .toList();
  }

  /** A shortest way round through the smallest key, which stands first; each key once. */
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
    int smallest = members.target[members.start[component]];
    for (int at = members.start[component] + 1; at < members.start[component + 1]; at++) {
      if (nodes.key(members.target[at]).compareTo(nodes.key(smallest)) < 0) {
        smallest = members.target[at];
      }
    }
    return smallest;
  }
}
