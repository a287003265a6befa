package dev.signalbox.graph;

import dev.signalbox.graph.rows.Rows;
import dev.signalbox.graph.rows.Ways;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The graph for machines: every node by its place, edges both ways, what is near, and the ways
 * between two. Edges lead from what waits to what it waits for, whether it holds now or not.
 */
public final class PlanMap {

  /** Farthest that a neighbourhood reaches. */
  public static final int MAX_DEPTH = 20;

  /** Most ways that are listed between two nodes. */
  public static final int MAX_WAYS = 100;

  private static final int MAX_STEPS = 200_000;

  /** Which edges to follow. */
  public enum Direction {
    /** To what the node waits for. */
    WAITS_FOR,
    /** To what waits for the node. */
    HOLDS,
    BOTH
  }

  /**
   * Ways between two nodes, shortest first.
   *
   * @param complete whether these are all ways that pass no node twice
   */
  public record WaysBetween(List<List<String>> ways, boolean complete) {}

  private final Links links;
  private final Nodes nodes;
  private final Verdicts verdicts;
  private final Rows down;
  private final Rows up;

  PlanMap(Links links, Verdicts verdicts) {
    this.links = links;
    this.nodes = links.nodes();
    this.verdicts = verdicts;
    this.down = links.shownRows();
    this.up = down.reversed();
  }

  /** Tasks, external items, unknown keys, blockers in words and sprints that are waited for. */
  public int size() {
    return nodes.count();
  }

  public GraphView.Node node(int place) {
    return GraphView.node(nodes, verdicts, place);
  }

  /** How many edges there are. */
  public int edges() {
    return down.target.length;
  }

  /** One edge by its number; edges are in the order of the nodes that they begin at. */
  public GraphView.Edge edge(int number) {
    int found = Arrays.binarySearch(down.start, number);
    int from = found >= 0 ? found : -found - 2;
    while (down.degree(from) == 0) {
      from++;
    }
    return edge(from, down.target[number]);
  }

  /** The edges that begin at a node. */
  public List<GraphView.Edge> edgesFrom(int place) {
    return new LazyList<>(
        down.degree(place), at -> edge(place, down.target[down.start[place] + at]));
  }

  /** The edges that end at a node. */
  public List<GraphView.Edge> edgesTo(int place) {
    return new LazyList<>(up.degree(place), at -> edge(up.target[up.start[place] + at], place));
  }

  /** The place of a key that the graph knows. */
  public Optional<Integer> find(String key) {
    int node = nodes.find(key);
    return node == Nodes.NONE ? Optional.empty() : Optional.of(node);
  }

  /**
   * All within some steps of a node, nearest first, and the edges among them by places in the
   * answer's own list; one node more than {@code most} says that there are too many.
   */
  public GraphView around(long planVersion, int place, int depth, Direction way, int most) {
    Map<Integer, Integer> placeOf = new HashMap<>();
    List<Integer> near = new ArrayList<>();
    placeOf.put(place, 0);
    near.add(place);
    int begin = 0;
    for (int step = 0; step < depth && near.size() <= most; step++) {
      int end = near.size();
      for (int at = begin; at < end && near.size() <= most; at++) {
        step(near.get(at), way, placeOf, near, most);
      }
      begin = end;
    }
    List<GraphView.Edge> edges = new ArrayList<>();
    for (int from = 0; from < near.size(); from++) {
      int node = near.get(from);
      for (int at = down.start[node]; at < down.start[node + 1]; at++) {
        Integer to = placeOf.get(down.target[at]);
        if (to != null) {
          edges.add(new GraphView.Edge(from, to, links.isHolding(node, down.target[at])));
        }
      }
    }
    return new GraphView(planVersion, near.stream().map(this::node).toList(), edges);
  }

  /** Ways along the edges, both ends included. */
  public WaysBetween ways(int from, int to, int most) {
    Ways found = Ways.between(down, up, from, to, most, MAX_STEPS);
    List<List<String>> ways =
        found.ways().stream().map(way -> Arrays.stream(way).mapToObj(nodes::key).toList()).toList();
    return new WaysBetween(ways, found.complete());
  }

  private void step(
      int node, Direction way, Map<Integer, Integer> placeOf, List<Integer> near, int most) {
    if (way != Direction.HOLDS) {
      step(down, node, placeOf, near, most);
    }
    if (way != Direction.WAITS_FOR) {
      step(up, node, placeOf, near, most);
    }
  }

  private static void step(
      Rows rows, int node, Map<Integer, Integer> placeOf, List<Integer> near, int most) {
    for (int at = rows.start[node]; at < rows.start[node + 1] && near.size() <= most; at++) {
      if (placeOf.putIfAbsent(rows.target[at], near.size()) == null) {
        near.add(rows.target[at]);
      }
    }
  }

  private GraphView.Edge edge(int from, int to) {
    return new GraphView.Edge(from, to, links.isHolding(from, to));
  }
}
