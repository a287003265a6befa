package dev.signalbox.graph.rows;

import java.util.Arrays;

/**
 * The strongly connected components, by Tarjan's algorithm (SIAM J. Comput. 1, 1972) with a stack
 * of its own, so that no depth of a plan overflows ours. Components are numbered so that each has a
 * higher number than all that it depends on: ascending order is an order of work.
 */
public final class Components {

  /** Component of each node. */
  public final int[] of;

  /** Nodes of each component. */
  public final Rows members;

  /** Edges between different components, each once. */
  public final Rows edges;

  public Components(Rows rows) {
    var search = new Search(rows);
    of = search.component;
    members = members(of, search.components);
    edges = edges(rows, of, members);
  }

  private Components(Components before, Rows rows) {
    of = before.of;
    members = before.members;
    edges = edges(rows, of, members);
  }

  /**
   * The components of other rows, by those of the rows that these are of. While all edges lead down
   * the order of work and no circle changes, the order holds; only else the search runs anew.
   */
  public Components advanced(Rows before, Rows after) {
    return before.nodes() == after.nodes() && isOrderOf(before, after)
        ? new Components(this, after)
        : new Components(after);
  }

  private boolean isOrderOf(Rows before, Rows after) {
    for (int node = 0; node < of.length; node++) {
      int component = of[node];
      for (int at = after.start[node]; at < after.start[node + 1]; at++) {
        if (of[after.target[at]] > component) {
          return false;
        }
      }
      if (members.degree(component) > 1 && !after.hasRowOf(before, node)) {
        return false;
      }
    }
    return true;
  }

  public int count() {
    return members.nodes();
  }

  /** The one of two whose first node has the lower number. */
  public int earlier(int one, int other) {
    return first(one) <= first(other) ? one : other;
  }

  /** The lowest number of its nodes. */
  public int first(int component) {
    return members.target[members.start[component]];
  }

  private static Rows members(int[] of, int count) {
    int[] start = new int[of.length + 1];
    for (int node = 0; node <= of.length; node++) {
      start[node] = node;
    }
    Rows wide = new Rows(start, of).reversed();
    return new Rows(Arrays.copyOf(wide.start, count + 1), wide.target);
  }

  private static Rows edges(Rows rows, int[] of, Rows members) {
    int count = members.nodes();
    var between = new Rows.Writer(count, rows.target.length);
    int[] seenBy = new int[count];
    for (int component = 0; component < count; component++) {
      seenBy[component] = component + 1;
      for (int m = members.start[component]; m < members.start[component + 1]; m++) {
        int node = members.target[m];
        for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
          int to = of[rows.target[at]];
          if (seenBy[to] != component + 1) {
            seenBy[to] = component + 1;
            between.add(to);
          }
        }
      }
      between.endRow();
    }
    return between.done();
  }

  /** One run over all nodes. */
  private static final class Search {

    private final Rows rows;
    private final int[] component;
    private final int[] index;
    private final int[] low;
    private final int[] nextEdge;
    private final int[] path;
    private final int[] pending;
    private int pathSize;
    private int pendingSize;
    private int visited;
    private int components;

    Search(Rows rows) {
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
}
