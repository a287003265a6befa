package dev.signalbox.gate;

import dev.signalbox.gate.digest.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Names what changed between the subject that somebody saw and the one that is there now. */
final class Difference {

  /** A longer list tells nobody more. */
  static final int MAX_CHANGES = 100;

  private Difference() {}

  static List<Change> between(Map<String, ?> before, Map<String, ?> after) {
    Map<String, String> was = inputs(before);
    Map<String, String> is = inputs(after);
    TreeSet<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    List<Change> changes = new ArrayList<>();
    for (String name : names) {
      if (!Objects.equals(was.get(name), is.get(name)) && changes.size() < MAX_CHANGES) {
        changes.add(new Change(name, was.get(name), is.get(name)));
      }
    }
    return List.copyOf(changes);
  }

  private static Map<String, String> inputs(Map<String, ?> subject) {
    Map<String, String> inputs = new TreeMap<>();
    subject.forEach(
        (name, value) -> {
          switch (name) {
            case "tasks" -> listed(value, "key", "task ", inputs);
            case "runs" -> listed(value, "job", "job ", inputs);
            default -> inputs.put(name, words(value));
          }
        });
    return inputs;
  }

  private static void listed(
      @Nullable Object list, String keyMember, String prefix, Map<String, String> inputs) {
    if (!(list instanceof List<?> items)) {
      return;
    }
    for (Object item : items) {
      if (item instanceof Map<?, ?> members) {
        Map<Object, @Nullable Object> rest = new LinkedHashMap<>(members);
        inputs.put(prefix + rest.remove(keyMember), words(rest));
      }
    }
  }

  private static String words(@Nullable Object value) {
    return value instanceof String text ? text : CanonicalJson.write(value);
  }
}
