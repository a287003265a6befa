package dev.signalbox.importer.reading;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks up keys as written among the keys that exist; one without its end may mean several. */
final class References {

  private final Set<String> known;
  private final TreeSet<String> sorted;

  References(Collection<String> known) {
    this.known = new HashSet<>(known);
    this.sorted = new TreeSet<>(known);
  }

  boolean isKnown(String key) {
    return known.contains(key);
  }

  /**
   * The keys that are meant: the key itself, or all that go on with a hyphen behind it; empty if
   * nothing fits.
   */
  List<String> resolve(String written) {
    if (known.contains(written)) {
      return List.of(written);
    }
    String begin = written + "-";
    return sorted.tailSet(begin).stream().takeWhile(key -> key.startsWith(begin)).toList();
  }
}
