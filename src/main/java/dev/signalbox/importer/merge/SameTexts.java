package dev.signalbox.importer.merge;

import dev.signalbox.importer.merge.PlanKeys.There;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.plan.Wording;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds tasks without a written key that a sprint has with the same text under another name: the
 * rule that makes names of texts may have changed since they landed, and no task is renamed for
 * that. A text that two tasks have is left alone. Pure.
 */
final class SameTexts {

  private final Map<String, String> keys = new HashMap<>();
  private final Set<String> twice = new HashSet<>();

  /**
   * Takes the tasks to match.
   *
   * @param free keys of the sprint that the document does not write
   */
  SameTexts(Collection<String> free, Map<String, There> there) {
    for (String key : free) {
      There task = there.get(key);
      if (task != null && keys.putIfAbsent(task.text(), key) != null) {
        twice.add(task.text());
      }
    }
  }

  /** The sprint's key by the one that was made of a text. */
  Map<String, String> match(Collection<ParsedPlan.Task> tasks) {
    Map<String, String> found = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (ParsedPlan.Task task : tasks) {
      if (task.key().span().isEmpty() && !seen.add(text(task))) {
        twice.add(text(task));
      }
    }
    for (ParsedPlan.Task task : tasks) {
      String key = keys.get(text(task));
      if (task.key().span().isEmpty() && key != null && !twice.contains(text(task))) {
        found.put(task.key().value().value(), key);
      }
    }
    return found;
  }

  private static String text(ParsedPlan.Task task) {
    return Wording.taken(task.text().value());
  }
}
