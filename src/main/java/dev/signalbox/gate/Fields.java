package dev.signalbox.gate;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object strictly: each fault is named with its place, unknown fields are faults.
 */
final class Fields {

  private static final int MAX_TEXT = 200;

  private final Map<String, ?> document;
  private final String place;
  private final Set<String> seen = new HashSet<>();

  Fields(Map<String, ?> document, String place) {
    this.document = document;
    this.place = place;
  }

  String text(String name) {
    seen.add(name);
    if (document.get(name) instanceof String text && isPlain(text)) {
      return text;
    }
    throw fault(name, "is a text of 1 to " + MAX_TEXT + " printable characters");
  }

  <T> T parsed(String name, Function<String, T> form) {
    String text = text(name);
    try {
      return form.apply(text);
    } catch (IllegalArgumentException e) {
      throw fault(name, String.valueOf(e.getMessage()));
    }
  }

  int integer(String name) {
    seen.add(name);
    Object value = document.get(name);
    if (value instanceof Integer || value instanceof Long) {
      long number = ((Number) value).longValue();
      if (number >= 0 && number <= Integer.MAX_VALUE) {
        return (int) number;
      }
    }
    throw fault(name, "is a whole number");
  }

  @Nullable Duration optionalDuration(String name) {
    seen.add(name);
    if (!document.containsKey(name)) {
      return null;
    }
    String text = text(name);
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw fault(name, "is a duration of ISO 8601 such as P7D or PT12H");
    }
  }

  /** {@code sprint}, {@code tasks} or {@code all}; null if none of them is there. */
  @Nullable Scope optionalScope() {
    List<String> named =
        List.of("sprint", "tasks", "all").stream().filter(document::containsKey).toList();
    return named.isEmpty() ? null : scope();
  }

  Scope scope() {
    List<String> named =
        List.of("sprint", "tasks", "all").stream().filter(document::containsKey).toList();
    if (named.size() != 1) {
      throw new InvalidPolicyException(place, "names exactly one of sprint, tasks, all");
    }
    seen.addAll(named);
    if (document.containsKey("sprint")) {
      return new Scope.OfSprint(text("sprint"));
    }
    if (document.containsKey("tasks")) {
      return new Scope.OfTasks(taskKeys());
    }
    if (!Boolean.TRUE.equals(document.get("all"))) {
      throw fault("all", "is true, or left out");
    }
    return new Scope.Everything();
  }

  /** Reads the rest; what the record itself refuses is a fault of the whole object. */
  <T> T whole(Function<Fields, T> reader) {
    try {
      return reader.apply(this);
    } catch (IllegalArgumentException e) {
      throw new InvalidPolicyException(place, String.valueOf(e.getMessage()));
    }
  }

  /** Refuses fields that nobody asked for. */
  void end() {
    for (String name : document.keySet()) {
      if (!seen.contains(name)) {
        throw fault(name, "is not known here");
      }
    }
  }

  private List<String> taskKeys() {
    if (!(document.get("tasks") instanceof List<?> list)
        || list.isEmpty()
        || list.size() > Scope.MAX_TASKS) {
      throw fault("tasks", "is a list of 1 to " + Scope.MAX_TASKS + " task keys");
    }
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof String key) || !isPlain(key)) {
        throw fault("tasks[" + i + "]", "is a task key");
      }
      keys.add(key);
    }
    return keys;
  }

  /** No control characters and no half surrogates, which neither storage nor digest could take. */
  private static boolean isPlain(String text) {
    return !text.isBlank()
        && text.length() <= MAX_TEXT
        && text.codePoints()
            .noneMatch(
                point ->
                    Character.isISOControl(point)
                        || Character.getType(point) == Character.SURROGATE);
  }

  private InvalidPolicyException fault(String name, String why) {
    return new InvalidPolicyException(place + "." + name, why);
  }
}
