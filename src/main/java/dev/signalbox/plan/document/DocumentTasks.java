package dev.signalbox.plan.document;

import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.change.Change;
import dev.signalbox.plan.change.PlanHistory;
import dev.signalbox.plan.document.StoredTask.Content;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Brings the tasks of a document into the plan; what is so already is left untouched. */
@Component
class DocumentTasks {

  private final StoredTasks stored;
  private final TaskWrites writes;
  private final PlanHistory history;

  DocumentTasks(StoredTasks stored, TaskWrites writes, PlanHistory history) {
    this.stored = stored;
    this.writes = writes;
    this.history = history;
  }

  /** Returns whether anything changed. */
  boolean apply(ProjectKey project, PlanEdit edit, Actor actor, Instant now) {
    String sprint = edit.sprint().key();
    Map<String, StoredTask> present =
        stored.load(project, edit.tasks().stream().map(task -> task.key().value()).toList());
    List<TaskWrites.Placed> added = new ArrayList<>();
    List<TaskMerge> merges = new ArrayList<>();
    List<TaskWrites.Moved> moved = new ArrayList<>();
    int position = 0;
    for (TaskText task : edit.tasks()) {
      StoredTask there = present.get(task.key().value());
      if (there == null) {
        added.add(new TaskWrites.Placed(task, position));
      } else {
        TaskMerge merge = TaskMerge.of(there, task);
        if (merge.isChange()) {
          merges.add(merge);
        }
        if (there.position() != position) {
          moved.add(new TaskWrites.Moved(there.id(), position));
        }
      }
      position++;
    }
    write(project, sprint, added, merges, moved, actor, now);
    record(project, sprint, added, merges, moved, actor);
    return !(added.isEmpty() && merges.isEmpty() && moved.isEmpty());
  }

  private void write(
      ProjectKey project,
      String sprint,
      List<TaskWrites.Placed> added,
      List<TaskMerge> merges,
      List<TaskWrites.Moved> moved,
      Actor actor,
      Instant now) {
    writes.add(project, sprint, added, now);
    List<String> keys = added.stream().map(placed -> placed.task().key().value()).toList();
    Map<String, Long> ids = stored.ids(project, keys);
    List<TaskWrites.Edge> edges = new ArrayList<>();
    List<TaskWrites.Raised> raised = new ArrayList<>();
    List<TaskWrites.Cut> cuts = new ArrayList<>();
    List<Long> lifted = new ArrayList<>();
    for (TaskWrites.Placed placed : added) {
      TaskText task = placed.task();
      String key = task.key().value();
      long id = Objects.requireNonNull(ids.get(key));
      task.dependsOn().forEach(target -> edges.add(new TaskWrites.Edge(id, key, target)));
      task.blockers().forEach(text -> raised.add(new TaskWrites.Raised(id, key, text)));
    }
    for (TaskMerge merge : merges) {
      String key = merge.stored().key();
      long id = merge.stored().id();
      merge.added().forEach(target -> edges.add(new TaskWrites.Edge(id, key, target)));
      merge.raised().forEach(text -> raised.add(new TaskWrites.Raised(id, key, text)));
      merge.removed().forEach(target -> cuts.add(new TaskWrites.Cut(id, target)));
      lifted.addAll(merge.lifted());
    }
    writes.change(merges, now);
    writes.move(moved);
    writes.unlink(cuts);
    writes.link(edges);
    writes.lift(lifted, actor.name(), now);
    writes.raise(raised, now);
  }

  private void record(
      ProjectKey project,
      String sprint,
      List<TaskWrites.Placed> added,
      List<TaskMerge> merges,
      List<TaskWrites.Moved> moved,
      Actor actor) {
    List<Recordable> entries = new ArrayList<>();
    for (TaskWrites.Placed placed : added) {
      TaskText task = placed.task();
      Content content =
          new Content(task.text(), task.state(), task.stateDate(), task.owners(), task.source());
      entries.add(
          PlanHistory.creation(
              project,
              actor,
              "task",
              task.key().value(),
              StoredTask.values(sprint, content, task.dependsOn(), task.blockers())));
    }
    for (TaskMerge merge : merges) {
      String key = merge.stored().key();
      entries.add(PlanHistory.alteration(project, actor, "task", "edited", key, merge.change()));
    }
    if (!moved.isEmpty()) {
      Change change = new Change(Map.of(), Map.of("tasksMoved", moved.size()));
      entries.add(PlanHistory.alteration(project, actor, "sprint", "reordered", sprint, change));
    }
    history.all(entries);
  }
}
