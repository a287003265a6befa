package dev.signalbox.graph;

import dev.signalbox.graph.rows.Rows;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the root causes behind each component are called, found for all of them in one pass in the
 * order of work. Walking down from every task takes the square of the tasks.
 */
final class HeldThrough<T> {

  private static final BitSet NOTHING = new BitSet(0);

  private final List<T> names = new ArrayList<>();
  private final Map<T, Integer> numbers = new HashMap<>();
  private final BitSet[] of;

  HeldThrough(Passes passes, Function<RootCause, T> label) {
    Causes causes = passes.causes();
    int[] called = causes.all.stream().mapToInt(cause -> number(label.apply(cause))).toArray();
    Rows edges = passes.components().edges;
    of = new BitSet[edges.nodes()];
    for (int component = 0; component < of.length; component++) {
      int own = causes.of[component];
      BitSet all = own < 0 ? NOTHING : single(called[own]);
      for (int at = edges.start[component]; at < edges.start[component + 1]; at++) {
        all = union(all, of[edges.target[at]]);
      }
      of[component] = all;
    }
  }

  /** What a component's root causes are called, each once. */
  Set<T> of(int component) {
    return of[component].stream().mapToObj(names::get).collect(Collectors.toUnmodifiableSet());
  }

  private int number(T name) {
    return numbers.computeIfAbsent(
        name,
        added -> {
          names.add(added);
          return names.size() - 1;
        });
  }

  private static BitSet single(int number) {
    var one = new BitSet(number + 1);
    one.set(number);
    return one;
  }

  /** The greater of the two where it holds the other, so that a chain shares one set. */
  private static BitSet union(BitSet one, BitSet other) {
    if (one.isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return one;
    }
    BitSet both = (BitSet) one.clone();
    both.or(other);
    if (both.equals(one)) {
      return one;
    }
    return both.equals(other) ? other : both;
  }
}
