package dev.signalbox.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a path of keys goes another way: some steps in its middle are replaced, all others stay. A
 * path can have thousands of steps, and 64 scenarios would repeat nearly the same.
 *
 * @param from place in the path now of the first step that is replaced, from 0
 * @param to place in the path now of the next step that stays; its length if none does
 * @param instead the steps from there on until those that stay; may be empty
 * @param steps how many the path has then
 */
public record PathChange(int from, int to, List<String> instead, int steps) {

  /** The least change that makes one path of the other; empty if they are the same. */
  static Optional<PathChange> between(List<String> now, List<String> then) {
    if (now.equals(then)) {
      return Optional.empty();
    }
    int shorter = Math.min(now.size(), then.size());
    int from = 0;
    while (from < shorter && now.get(from).equals(then.get(from))) {
      from++;
    }
    int tail = 0;
    while (tail < shorter - from
        && now.get(now.size() - 1 - tail).equals(then.get(then.size() - 1 - tail))) {
      tail++;
    }
    List<String> instead = List.copyOf(then.subList(from, then.size() - tail));
    return Optional.of(new PathChange(from, now.size() - tail, instead, then.size()));
  }

  /** The path then. */
  public List<String> appliedTo(List<String> now) {
    List<String> then = new ArrayList<>(now.subList(0, from));
    then.addAll(instead);
    then.addAll(now.subList(to, now.size()));
    return List.copyOf(then);
  }
}
