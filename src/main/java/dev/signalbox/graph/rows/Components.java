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

  public Components(Rows rows) {
    int[] written = asWritten(rows);
    if (leadsDown(rows, written)) {
      of = written;
      members = members(of, of.length);
    } else {
      var search = new ComponentSearch(rows);
      of = search.component;
      members = members(of, search.components());
    }
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

  /** Numbers what depends on nothing first, all else after it, both in the order of their rows. */
  private static int[] asWritten(Rows rows) {
    int[] place = new int[rows.nodes()];
    int next = 0;
    for (int node = 0; node < place.length; node++) {
      next += rows.degree(node) == 0 ? 1 : 0;
    }
    int free = 0;
    for (int node = 0; node < place.length; node++) {
      place[node] = rows.degree(node) == 0 ? free++ : next++;
    }
    return place;
  }

  private static boolean leadsDown(Rows rows, int[] place) {
    for (int node = 0; node < place.length; node++) {
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        if (place[rows.target[at]] >= place[node]) {
          return false;
        }
      }
    }
    return true;
  }

  private static Rows members(int[] of, int count) {
    int[] start = new int[of.length + 1];
    for (int node = 0; node <= of.length; node++) {
      start[node] = node;
    }
    if (count == of.length) {
      return new Rows(start, inverse(of));
    }
    Rows wide = new Rows(start, of).reversed();
    return new Rows(Arrays.copyOf(wide.start, count + 1), wide.target);
  }

  /** Each component's only node. */
  private static int[] inverse(int[] of) {
    int[] node = new int[of.length];
    for (int at = 0; at < of.length; at++) {
      node[of[at]] = at;
    }
    return node;
  }

  private static Rows edges(Rows rows, int[] of, Rows members) {
    int[] start = new int[members.nodes() + 1];
    int[] target = new int[rows.target.length];
    int[] seenBy = new int[members.nodes()];
    int size = 0;
    for (int component = 0; component < seenBy.length; component++) {
      int mark = component + 1;
      seenBy[component] = mark;
      for (int m = members.start[component]; m < members.start[mark]; m++) {
        int node = members.target[m];
        for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
          int to = of[rows.target[at]];
          target[size] = to;
          size += seenBy[to] == mark ? 0 : 1;
          seenBy[to] = mark;
        }
      }
      start[mark] = size;
    }
    return new Rows(start, size == target.length ? target : Arrays.copyOf(target, size));
  }
}
