package dev.signalbox.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole plan as nodes and edges, for whoever draws it.
 *
 * @param edges from what waits to what it waits for
 */
public record GraphView(long planVersion, List<Node> nodes, List<Edge> edges) {

  /**
   * One node.
   *
   * @param kind {@code task}, {@code external}, {@code unknown}, {@code blocker} or {@code sprint}
   * @param state derived state of a task; {@code OPEN} or {@code CLOSED} for the others
   */
  public record Node(String key, String kind, String state, String text) {}

  /**
   * One edge, by the places of its ends in the list of nodes.
   *
   * @param holding whether it holds its source now
   */
  public record Edge(int from, int to, boolean holding) {}

  static GraphView of(long planVersion, Links links, Verdicts verdicts) {
    Nodes all = links.nodes();
    List<Node> nodes = new ArrayList<>(all.count());
    List<Edge> edges = new ArrayList<>();
    for (int node = 0; node < all.count(); node++) {
      nodes.add(node(all, verdicts, node));
      for (int to : links.shown(node)) {
        edges.add(new Edge(node, to, links.isHolding(node, to)));
      }
    }
    return new GraphView(planVersion, nodes, edges);
  }

  static Node node(Nodes nodes, Verdicts verdicts, int node) {
    String key = nodes.key(node);
    return switch (nodes.kind(node)) {
      case TASK -> new Node(key, "task", verdicts.state(node).name(), nodes.task(node).text());
      case EXTERNAL ->
          new Node(
              key,
              "external",
              nodes.isHolding(node) ? "OPEN" : "CLOSED",
              nodes.external(node).text());
      case UNKNOWN -> new Node(key, "unknown", "OPEN", Words.UNKNOWN);
      case BLOCKER -> new Node(key, "blocker", "OPEN", nodes.blockerOf(node).reason());
      case SPRINT -> new Node(key, "sprint", "OPEN", nodes.sprint(node).title());
    };
  }
}
