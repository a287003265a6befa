package dev.signalbox.plan.past;

import dev.signalbox.timeline.TimelineEntryView;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One change read backwards: each value that it names gets what stands before it, and one that only
 * stands behind it was not there.
 */
record Undo(String action, Map<?, ?> before, Set<Object> named) {

  static Undo of(TimelineEntryView entry) {
    Map<?, ?> before = values(entry.before());
    Set<Object> named = new HashSet<>(before.keySet());
    named.addAll(values(entry.after()).keySet());
    return new Undo(entry.action(), before, named);
  }

  boolean creation() {
    return action.endsWith(".created");
  }

  /** Whether any of these values changed. */
  boolean touches(Collection<String> names) {
    return names.stream().anyMatch(named::contains);
  }

  void text(String name, Consumer<@Nullable String> field) {
    if (named.contains(name)) {
      Object value = before.get(name);
      field.accept(value == null ? null : value.toString());
    }
  }

  void day(String name, Consumer<@Nullable LocalDate> field) {
    text(name, value -> field.accept(value == null ? null : LocalDate.parse(value)));
  }

  void flag(String name, Consumer<Boolean> field) {
    text(name, value -> field.accept(value != null));
  }

  void list(String name, Consumer<List<String>> field) {
    if (named.contains(name)) {
      List<?> values = before.get(name) instanceof List<?> list ? list : List.of();
      field.accept(values.stream().map(String::valueOf).toList());
    }
  }

  private static Map<?, ?> values(@Nullable Object values) {
    return values instanceof Map<?, ?> map ? map : Map.of();
  }
}
