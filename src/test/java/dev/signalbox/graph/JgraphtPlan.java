package dev.signalbox.graph;

import dev.signalbox.graph.rows.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.alg.util.Pair;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.opt.graph.sparse.SparseIntDirectedGraph;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * The order of work and the critical path as JGraphT finds them, for comparison. Edges lead from
 * what is waited for to what waits, nodes have the numbers that they have in our rows; without
 * circles.
 */
final class JgraphtPlan {

  /** Nodes so that each comes after all that it waits for. */
  final int[] order;

  /** Longest chain of steps below each node, in edges. */
  final int[] depth;

  /** Nodes of a longest chain, from the one to begin with. */
  final List<Integer> critical;

  private JgraphtPlan(int[] order, int[] depth, List<Integer> critical) {
    this.order = order;
    this.depth = depth;
    this.critical = critical;
  }

  /** The representation that its users begin with: a map of nodes, an object an edge. */
  static Graph<Integer, DefaultEdge> usual(Rows rows) {
    var graph = new DefaultDirectedGraph<Integer, DefaultEdge>(DefaultEdge.class);
    for (int node = 0; node < rows.nodes(); node++) {
      graph.addVertex(node);
    }
    for (int node = 0; node < rows.nodes(); node++) {
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        graph.addEdge(rows.target[at], node);
      }
    }
    return graph;
  }

  /** Its leanest one: matrices in compressed rows, which cannot be changed. */
  static Graph<Integer, Integer> sparse(Rows rows) {
    List<Pair<Integer, Integer>> edges = new ArrayList<>(rows.target.length);
    for (int node = 0; node < rows.nodes(); node++) {
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        edges.add(Pair.of(rows.target[at], node));
      }
    }
    return new SparseIntDirectedGraph(rows.nodes(), edges);
  }

  /**
   * Orders a graph and finds its longest chain of steps.
   *
   * @param steps 1 for each node that counts, 0 for the others
   */
  static <E> JgraphtPlan of(Graph<Integer, E> graph, int[] steps) {
    int[] order = new int[steps.length];
    int[] depth = new int[steps.length];
    int[] before = new int[steps.length];
    Arrays.fill(before, Rows.NONE);
    int place = 0;
    int top = Rows.NONE;
    var nodes = new TopologicalOrderIterator<>(graph);
    while (nodes.hasNext()) {
      int node = nodes.next();
      order[place++] = node;
      for (E edge : graph.outgoingEdgesOf(node)) {
        int waiting = graph.getEdgeTarget(edge);
        if (depth[waiting] < depth[node] + steps[node]) {
          depth[waiting] = depth[node] + steps[node];
          before[waiting] = node;
        }
      }
      if (steps[node] > 0 && (top == Rows.NONE || depth[node] > depth[top])) {
        top = node;
      }
    }
    List<Integer> critical = new ArrayList<>();
    for (int node = top; node != Rows.NONE; node = before[node]) {
      if (steps[node] > 0) {
        critical.add(node);
      }
    }
    return new JgraphtPlan(order, depth, critical.reversed());
  }
}
