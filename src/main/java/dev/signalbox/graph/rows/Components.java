package dev.signalbox.graph.rows;

import java.util.Arrays;

/**
 * The strongly connected components, numbered so that each has a higher number than all that it
 * depends on: ascending order is an order of work. Most plans are written in such an order, which
 * one look at each edge tells. Only for the others the components are searched for.
 */
public final class Components {

  /** Component of each node. */
  public final int[] of;

  /** Nodes of each component. */
  public final Rows members;

  /** Edges between different components, each once. */
  public final Rows edges;

  /** Whether an edge leads from a node to itself or round a circle. */
  public final boolean hasCircles;

  public Components(Rows rows) {
    WrittenOrder written = WrittenOrder.of(rows);
    if (written == null) {
      var search = new ComponentSearch(rows);
      of = search.component;
      members = members(of, search.components());
      var between = new Between(rows, of, members);
      edges = between.edges;
      hasCircles = between.hasInner;
    } else {
      of = written.place;
      members = Rows.ofOne(written.node);
      edges = written.edges;
      hasCircles = false;
    }
  }

  private Components(Components before, Rows rows) {
    of = before.of;
    members = before.members;
    var between = new Between(rows, of, members);
    edges = between.edges;
    hasCircles = between.hasInner;
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
    Rows wide = Rows.ofOne(of).reversed();
    return new Rows(Arrays.copyOf(wide.start, count + 1), wide.target);
  }

  /** Tells edges between components from those within one. */
  private static final class Between {

    final Rows edges;
    final boolean hasInner;

    Between(Rows rows, int[] of, Rows members) {
      int[] start = new int[members.nodes() + 1];
      int[] target = new int[rows.target.length];
      int[] seenBy = new int[members.nodes()];
      int size = 0;
      boolean inner = false;
      for (int component = 0; component < seenBy.length; component++) {
        int mark = component + 1;
        for (int m = members.start[component]; m < members.start[mark]; m++) {
          int node = members.target[m];
          for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
            int to = of[rows.target[at]];
            boolean isInner = to == component;
            inner |= isInner;
            target[size] = to;
            size += isInner || seenBy[to] == mark ? 0 : 1;
            seenBy[to] = mark;
          }
        }
        start[mark] = size;
      }
      edges = new Rows(start, size == target.length ? target : Arrays.copyOf(target, size));
      hasInner = inner;
    }
  }
}
