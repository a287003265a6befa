package dev.signalbox.graph;

import dev.signalbox.graph.rows.CauseLabels;
import dev.signalbox.graph.rows.Ints;
import dev.signalbox.graph.rows.Rows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The holding edges between components as one change would have them: rows of their own for what
 * the change reaches, the graph's rows for all else.
 */
final class TrialRows {

  private final Rows edges;
  private final Rows dependents;
  private final int count;
  private final Map<Integer, int[]> changed = new HashMap<>();
  private final Map<Integer, Ints> gained = new HashMap<>();
  private final BitSet hasGained = new BitSet();
  private final Map<Integer, Integer> heldBy = new HashMap<>();
  private final BitSet isChanged;
  private final Set<Integer> others = new TreeSet<>();

  /** Sources of edges that go against the order of work, and their targets. */
  private final Ints against = new Ints(8);

  TrialRows(Baseline base) {
    edges = base.passes.components().edges;
    dependents = base.dependents;
    count = base.passes.components().count();
    isChanged = new BitSet(count);
  }

  /** The row that the change gives a component; null where it is the graph's. */
  int @Nullable [] changedRow(int component) {
    return component < count && isChanged.get(component) ? changed.get(component) : null;
  }

  /** Gives a component of the graph another row. */
  void put(int component, int[] row) {
    int[] before =
        Arrays.copyOfRange(edges.target, edges.start[component], edges.start[component + 1]);
    Arrays.sort(before);
    BitSet kept = new BitSet(before.length);
    for (int to : row) {
      int known = Arrays.binarySearch(before, to);
      if (known >= 0) {
        kept.set(known);
      } else {
        gained.computeIfAbsent(to, _ -> new Ints(8)).add(component);
        hasGained.set(to);
        heldBy.merge(to, 1, Integer::sum);
        others.add(to);
        if (to < count && to > component) {
          against.add(component);
          against.add(to);
        }
      }
    }
    for (int at = kept.nextClearBit(0); at < before.length; at = kept.nextClearBit(at + 1)) {
      heldBy.merge(before[at], -1, Integer::sum);
      others.add(before[at]);
    }
    changed.put(component, row);
    isChanged.set(component);
  }

  /** Components with a row of their own. */
  Set<Integer> changed() {
    return changed.keySet();
  }

  /** Components that are the target of more edges or of fewer. */
  Set<Integer> others() {
    return others;
  }

  boolean isHeld(int component) {
    int before = component < count ? dependents.degree(component) : 0;
    return before + heldBy.getOrDefault(component, 0) > 0;
  }

  int degree(int component) {
    if (component >= count) {
      return 0;
    }
    int[] row = changedRow(component);
    return row == null ? edges.degree(component) : row.length;
  }

  /** Calls back for each target. */
  void forEach(int component, IntConsumer use) {
    if (component >= count) {
      return;
    }
    int[] row = changedRow(component);
    if (row == null) {
      for (int at = edges.start[component]; at < edges.start[component + 1]; at++) {
        use.accept(edges.target[at]);
      }
    } else {
      for (int to : row) {
        use.accept(to);
      }
    }
  }

  /** Calls back for each component that waits for this one, and maybe for some that did. */
  void forEachDependent(int component, IntConsumer use) {
    if (component < count) {
      for (int at = dependents.start[component]; at < dependents.start[component + 1]; at++) {
        use.accept(dependents.target[at]);
      }
    }
    Ints more = hasGained.get(component) ? gained.get(component) : null;
    for (int at = 0; more != null && at < more.size(); at++) {
      use.accept(more.get(at));
    }
  }

  /**
   * Some components and all that waits for them, directly or through others. Written out, as it
   * goes over much of a plan.
   *
   * @param labels of components; where that is {@link CauseLabels#NONE} one is passed by
   */
  Ints holds(int[] sources, int[] labels) {
    var seen = new BitSet(count);
    var open = new Ints(1024);
    for (int source : sources) {
      push(source, seen, open);
    }
    int[] above = dependents.target;
    for (int head = 0; head < open.size(); head++) {
      int component = open.get(head);
      int end = component < count ? dependents.start[component + 1] : 0;
      for (int at = component < count ? dependents.start[component] : 0; at < end; at++) {
        int next = above[at];
        if (labels[next] != CauseLabels.NONE
            && !seen.get(next)
            && (!isChanged.get(next) || waitsFor(next, component))) {
          push(next, seen, open);
        }
      }
      Ints more = hasGained.get(component) ? gained.get(component) : null;
      for (int at = 0; more != null && at < more.size(); at++) {
        if (labels[more.get(at)] != CauseLabels.NONE) {
          push(more.get(at), seen, open);
        }
      }
    }
    return open;
  }

  private static void push(int component, BitSet seen, Ints open) {
    if (!seen.get(component)) {
      seen.set(component);
      open.add(component);
    }
  }

  /** Whether one that {@link #forEachDependent} named does wait. */
  boolean waitsFor(int component, int target) {
    int[] row = changedRow(component);
    return row == null || Arrays.stream(row).anyMatch(to -> to == target);
  }

  /**
   * Whether the change may close a circle. The graph's own edges lead down the order of work, so
   * only what stands above the lowest source of an edge against it needs a look.
   *
   * @param budget edges to follow before the answer is a cautious yes
   */
  boolean mayHaveCircle(int budget) {
    int lowest = Integer.MAX_VALUE;
    for (int at = 0; at < against.size(); at += 2) {
      lowest = Math.min(lowest, against.get(at));
    }
    int left = budget;
    for (int at = 0; at < against.size() && left >= 0; at += 2) {
      left = walk(against.get(at + 1), against.get(at), lowest, left);
    }
    return left < 0;
  }

  /** What is left of the budget; negative too where the end is reached. */
  private int walk(int from, int to, int lowest, int budget) {
    var seen = new BitSet();
    var open = new Ints(16);
    open.add(from);
    seen.set(from);
    int[] left = {budget};
    for (int head = 0; head < open.size() && left[0] >= 0; head++) {
      forEach(
          open.get(head),
          next -> {
            left[0] = next == to ? Rows.NONE : Math.max(Rows.NONE, left[0] - 1);
            if (left[0] >= 0 && next >= lowest && next < count && !seen.get(next)) {
              seen.set(next);
              open.add(next);
            }
          });
      if (seen.get(to)) {
        return Rows.NONE;
      }
    }
    return left[0];
  }
}
