package dev.signalbox.importer.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which keys of a document name tasks that a sprint has under a shorter or longer key. A key
 * that fits two tasks equally well is left as it is written. Pure.
 */
final class SameTasks {

  private final Map<List<String>, List<String>> byNumbers = new HashMap<>();
  private final Set<String> own;

  SameTasks(Collection<String> own) {
    this.own = new HashSet<>(own);
    for (String key : own) {
      List<String> numbers = KeyShape.of(key).numbers();
      if (!numbers.isEmpty()) {
        byNumbers.computeIfAbsent(numbers, n -> new ArrayList<>()).add(key);
      }
    }
  }

  private record Pair(String written, String key, int distance) {}

  /** The sprint's keys of all that the sprint has, by the key as written; equal ones included. */
  Map<String, String> match(Collection<String> written) {
    Map<String, String> found = new LinkedHashMap<>();
    written.stream().filter(own::contains).forEach(key -> found.put(key, key));
    Set<String> taken = new HashSet<>(found.values());
    List<Pair> pairs = new ArrayList<>();
    for (String key : written) {
      if (!found.containsKey(key)) {
        pairs(key, taken, pairs);
      }
    }
    pairs.sort(Comparator.comparingInt(Pair::distance));
    for (int from = 0; from < pairs.size(); ) {
      int to = from;
      while (to < pairs.size() && pairs.get(to).distance() == pairs.get(from).distance()) {
        to++;
      }
      settle(pairs.subList(from, to), found, taken);
      from = to;
    }
    return found;
  }

  private void pairs(String written, Set<String> taken, List<Pair> pairs) {
    KeyShape shape = KeyShape.of(written);
    for (String key : byNumbers.getOrDefault(shape.numbers(), List.of())) {
      int distance = taken.contains(key) ? -1 : shape.distance(KeyShape.of(key));
      if (distance >= 0) {
        pairs.add(new Pair(written, key, distance));
      }
    }
  }

  /** Of pairs that are equally near, those of which each side is in one pair only. */
  private static void settle(List<Pair> pairs, Map<String, String> found, Set<String> taken) {
    List<Pair> open =
        pairs.stream()
            .filter(p -> !found.containsKey(p.written()) && !taken.contains(p.key()))
            .toList();
    Map<String, Integer> uses = new HashMap<>();
    for (Pair pair : open) {
      uses.merge("written " + pair.written(), 1, Integer::sum);
      uses.merge("key " + pair.key(), 1, Integer::sum);
    }
    for (Pair pair : open) {
      boolean onlyOne =
          uses.getOrDefault("written " + pair.written(), 0) == 1
              && uses.getOrDefault("key " + pair.key(), 0) == 1;
      if (onlyOne) {
        found.put(pair.written(), pair.key());
        taken.add(pair.key());
      }
    }
  }
}
