package dev.signalbox.plan.change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What differs between two states of an object: only the values that do, before and after. */
public record Change(Map<String, Object> before, Map<String, Object> after) {

  /** Compares value by value; a value that is not there is unknown. */
  public static Change between(Map<String, Object> old, Map<String, Object> now) {
    Map<String, Object> before = new LinkedHashMap<>(old);
    Map<String, Object> after = new LinkedHashMap<>(now);
    before.entrySet().removeIf(e -> Objects.equals(e.getValue(), now.get(e.getKey())));
    after.entrySet().removeIf(e -> Objects.equals(e.getValue(), old.get(e.getKey())));
    return new Change(before, after);
  }

  public boolean isEmpty() {
    return before.isEmpty() && after.isEmpty();
  }

  /** The same with one more value behind it, such as the reason that was stated. */
  public Change with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(after);
    more.put(name, value);
    return new Change(before, more);
  }
}
