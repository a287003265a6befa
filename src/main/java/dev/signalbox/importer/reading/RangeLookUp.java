package dev.signalbox.importer.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks up what may be a range. {@code A..B} means those keys of it that exist if both ends do;
 * {@code D1-D4}, which could be a key, is one only then.
 */
final class RangeLookUp {

  private final References references;

  RangeLookUp(References references) {
    this.references = references;
  }

  /** The keys that are meant; empty if nothing fits. */
  List<String> resolve(String written, String self) {
    KeyRange range = KeyRange.of(written);
    if (range != null) {
      return within(range, self);
    }
    List<String> keys = references.resolve(written, self).keys();
    int dash = written.indexOf('-');
    while (keys.isEmpty() && dash > 0) {
      String first = written.substring(0, dash);
      KeyRange joined = KeyRange.between(first, written.substring(dash + 1));
      if (joined != null && references.isKnown(joined.first())) {
        keys = within(joined, self);
      }
      dash = written.indexOf('-', dash + 1);
    }
    return keys;
  }

  private List<String> within(KeyRange range, String self) {
    boolean bothEnds =
        !references.resolve(range.first(), self).keys().isEmpty()
            && !references.resolve(range.last(), self).keys().isEmpty();
    if (!bothEnds) {
      return List.of();
    }
    Set<String> keys = new LinkedHashSet<>();
    range.keys().forEach(key -> keys.addAll(references.resolve(key, self).keys()));
    return List.copyOf(keys);
  }
}
