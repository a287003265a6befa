package dev.signalbox.importer.writing;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the plan holds of documents that are written back.
 *
 * @param tasks of the sprint, by the key that the document has for them, in the plan's order
 * @param known keys of all tasks of the project, by which references are understood
 */
public record Held(Map<String, PlanSnapshot.Task> tasks, Collection<String> known) {

  /**
   * The tasks of one sprint, in the document's own keys.
   *
   * @param keys the plan's key of each task that the document calls otherwise, by its key there
   */
  public static Held of(PlanSnapshot plan, String sprint, Map<String, String> keys) {
    Map<String, String> written = new LinkedHashMap<>();
    keys.forEach((document, here) -> written.put(here, document));
    Map<String, PlanSnapshot.Task> tasks = new LinkedHashMap<>();
    List<String> known = new ArrayList<>();
    for (PlanSnapshot.Task task : plan.tasks()) {
      String key = written.getOrDefault(task.key().value(), task.key().value());
      known.add(key);
      if (task.sprint().equals(sprint)) {
        tasks.put(key, named(task, key, written));
      }
    }
    return new Held(tasks, known);
  }

  /** The same under the names that the documents have by now, by those that they had. */
  Held under(Map<String, String> names) {
    if (names.isEmpty()) {
      return this;
    }
    Map<String, PlanSnapshot.Task> renamed = new LinkedHashMap<>();
    tasks.forEach(
        (key, task) -> {
          String name = names.getOrDefault(key, key);
          renamed.put(name, named(task, name, names));
        });
    return new Held(renamed, known.stream().map(key -> names.getOrDefault(key, key)).toList());
  }

  private static PlanSnapshot.Task named(
      PlanSnapshot.Task task, String key, Map<String, String> written) {
    List<String> dependsOn =
        task.dependsOn().stream().map(on -> written.getOrDefault(on, on)).toList();
    return new PlanSnapshot.Task(
        new TaskKey(key),
        task.text(),
        task.sprint(),
        task.state(),
        task.stateDate(),
        task.owners(),
        dependsOn,
        task.blockers(),
        task.absent(),
        task.version());
  }
}
