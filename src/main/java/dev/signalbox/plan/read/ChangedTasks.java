package dev.signalbox.plan.read;

import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts tasks that changed at their places among those that did not. */
final class ChangedTasks {

  private ChangedTasks() {}

  /**
   * All tasks in the plan's order. A task stands right behind the one before it in its sprint; the
   * first one of a sprint stands before all others of it.
   *
   * @param changed keys of all that were read
   * @return null where a task is the only one of its sprint: then its place is not known
   */
  static @Nullable List<Task> placed(
      List<Task> earlier, Set<String> changed, List<SnapshotRows.Placed> read) {
    Map<String, Task> behind = new HashMap<>();
    Map<String, Task> first = new HashMap<>();
    for (SnapshotRows.Placed each : read) {
      if (each.before() == null) {
        first.put(each.task().sprint(), each.task());
      } else {
        behind.put(each.before(), each.task());
      }
    }
    List<Task> all = new ArrayList<>(earlier.size() + read.size());
    for (Task task : earlier) {
      if (!changed.contains(task.key().value())) {
        Task leading = first.isEmpty() ? null : first.remove(task.sprint());
        if (leading != null) {
          add(leading, behind, all);
        }
        add(task, behind, all);
      }
    }
    return first.isEmpty() && behind.isEmpty() ? List.copyOf(all) : null;
  }

  /** Adds a task and the changed ones that stand right behind it. */
  private static void add(Task task, Map<String, Task> behind, List<Task> all) {
    for (Task next = task; next != null; next = behind.remove(next.key().value())) {
      all.add(next);
    }
  }
}
