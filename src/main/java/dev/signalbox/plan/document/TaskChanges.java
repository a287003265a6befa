package dev.signalbox.plan.document;

import dev.signalbox.plan.Origin;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.TaskKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a document changes of the tasks of its sprint. Those of other sprints are left alone, unless
 * they left the plan there: then they are in it again, here. Pure.
 *
 * @param moved tasks that stay what they are, at another place
 * @param leaving tasks that the document no longer names
 */
record TaskChanges(
    String sprint,
    List<TaskWrites.Placed> added,
    List<TaskMerge> merges,
    List<TaskWrites.Moved> moved,
    List<StoredTask> leaving) {

  /** Compares the document with the tasks that are there, by key. */
  static TaskChanges of(PlanEdit edit, Map<String, StoredTask> present) {
    String sprint = edit.sprint().key();
    TaskChanges changes =
        new TaskChanges(
            sprint, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Set<TaskKey> named = new HashSet<>();
    int position = 0;
    for (TaskText task : edit.tasks()) {
      named.add(task.key());
      changes.compare(task, present.get(task.key().value()), position++);
    }
    for (TaskKey key : edit.absent()) {
      StoredTask there = present.get(key.value());
      if (there != null && !named.contains(key) && there.sprint().equals(sprint)) {
        changes.leave(there);
      }
    }
    return changes;
  }

  boolean isEmpty() {
    return added.isEmpty() && merges.isEmpty() && moved.isEmpty() && leaving.isEmpty();
  }

  private void compare(TaskText task, @Nullable StoredTask there, int position) {
    if (there == null) {
      added.add(new TaskWrites.Placed(task, position));
    } else if (there.sprint().equals(sprint) || there.absent()) {
      TaskMerge merge = TaskMerge.of(there, task, sprint);
      if (merge.isChange()) {
        merges.add(merge);
      }
      if (there.position() != position) {
        moved.add(new TaskWrites.Moved(there.id(), there.position(), position));
      }
    }
  }

  private void leave(StoredTask there) {
    if (there.origin() == Origin.DOCUMENT && !there.absent()) {
      leaving.add(there);
    }
  }
}
