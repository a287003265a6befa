package dev.signalbox.graph.rows;

import java.util.Arrays;

/**
 * Searches for strongly connected components by Tarjan's algorithm (SIAM J. Comput. 1, 1972) with a
 * stack of its own, so that no depth of a plan overflows ours.
 */
final class ComponentSearch {

  /** Component of each node, each with a higher number than all that it depends on. */
  final int[] component;

  private final Rows rows;
  private final int[] index;
  private final int[] low;
  private final int[] nextEdge;
  private final int[] path;
  private final int[] pending;
  private int pathSize;
  private int pendingSize;
  private int visited;
  private int components;

  ComponentSearch(Rows rows) {
    int nodes = rows.nodes();
    this.rows = rows;
    component = new int[nodes];
    index = new int[nodes];
    low = new int[nodes];
    nextEdge = new int[nodes];
    path = new int[nodes];
    pending = new int[nodes];
    Arrays.fill(component, Rows.NONE);
    for (int node = 0; node < nodes; node++) {
      if (index[node] == 0) {
        from(node);
      }
    }
  }

  /** How many components there are. */
  int components() {
    return components;
  }

  private void from(int root) {
    enter(root);
    while (pathSize > 0) {
      int node = path[pathSize - 1];
      if (nextEdge[node] < rows.start[node + 1]) {
        follow(node, rows.target[nextEdge[node]++]);
      } else {
        leave(node);
      }
    }
  }

  private void enter(int node) {
    index[node] = ++visited;
    low[node] = visited;
    nextEdge[node] = rows.start[node];
    path[pathSize++] = node;
    pending[pendingSize++] = node;
  }

  private void follow(int node, int to) {
    if (index[to] == 0) {
      enter(to);
    } else if (component[to] == Rows.NONE) {
      low[node] = Math.min(low[node], index[to]);
    }
  }

  private void leave(int node) {
    pathSize--;
    if (pathSize > 0) {
      int parent = path[pathSize - 1];
      low[parent] = Math.min(low[parent], low[node]);
    }
    if (low[node] == index[node]) {
      int member;
      do {
        member = pending[--pendingSize];
        component[member] = components;
      } while (member != node);
      components++;
    }
  }
}
