package dev.signalbox.plan.document;

import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.change.Change;
import dev.signalbox.plan.change.Moments;
import dev.signalbox.plan.change.PlanHistory;
import dev.signalbox.plan.document.StoredTask.Content;
import dev.signalbox.plan.past.PastOrder;
import dev.signalbox.plan.past.PastOrder.Places;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Brings the tasks of a document into the plan; what is so already is left untouched. */
@Component
class DocumentTasks {

  private static final Change LEFT = new Change(Map.of(), Map.of("absent", "true"));

  private final StoredTasks stored;
  private final TaskWrites writes;
  private final PlanHistory history;
  private final PastOrder order;
  private final Moments moments;

  DocumentTasks(
      StoredTasks stored,
      TaskWrites writes,
      PlanHistory history,
      PastOrder order,
      Moments moments) {
    this.stored = stored;
    this.writes = writes;
    this.history = history;
    this.order = order;
    this.moments = moments;
  }

  /** Returns whether anything changed. */
  boolean apply(ProjectKey project, PlanEdit edit, Actor actor, Instant now) {
    List<String> keys =
        Stream.concat(edit.tasks().stream().map(TaskText::key), edit.absent().stream())
            .map(TaskKey::value)
            .toList();
    TaskChanges changes = TaskChanges.of(edit, stored.load(project, keys));
    if (changes.isEmpty()) {
      return false;
    }
    write(project, changes, actor, now);
    record(project, changes, actor);
    return true;
  }

  private void write(ProjectKey project, TaskChanges changes, Actor actor, Instant now) {
    writes.add(project, changes.sprint(), changes.added(), now);
    List<String> keys =
        changes.added().stream().map(placed -> placed.task().key().value()).toList();
    Map<String, Long> ids = stored.ids(project, keys);
    List<TaskWrites.Edge> edges = new ArrayList<>();
    List<TaskWrites.Raised> raised = new ArrayList<>();
    List<TaskWrites.Cut> cuts = new ArrayList<>();
    List<Long> lifted = new ArrayList<>();
    for (TaskWrites.Placed placed : changes.added()) {
      TaskText task = placed.task();
      String key = task.key().value();
      long id = Objects.requireNonNull(ids.get(key));
      task.dependsOn().forEach(target -> edges.add(new TaskWrites.Edge(id, key, target)));
      task.blockers().forEach(text -> raised.add(new TaskWrites.Raised(id, key, text)));
    }
    for (TaskMerge merge : changes.merges()) {
      String key = merge.stored().key();
      long id = merge.stored().id();
      merge.added().forEach(target -> edges.add(new TaskWrites.Edge(id, key, target)));
      merge.raised().forEach(text -> raised.add(new TaskWrites.Raised(id, key, text)));
      merge.removed().forEach(target -> cuts.add(new TaskWrites.Cut(id, target)));
      lifted.addAll(merge.lifted());
    }
    writes.change(changes.merges(), now);
    writes.leave(changes.leaving().stream().map(StoredTask::id).toList(), now);
    if (!changes.moved().isEmpty()) {
      order.keep(project, places(project, changes.moved()));
      writes.move(changes.moved());
    }
    writes.unlink(cuts);
    writes.link(edges);
    writes.lift(lifted, actor.name(), now);
    writes.raise(raised, now);
  }

  private Places places(ProjectKey project, List<TaskWrites.Moved> moved) {
    return new Places(
        moments.lastEntry(project),
        moved.stream().map(TaskWrites.Moved::taskId).toList(),
        moved.stream().map(TaskWrites.Moved::from).toList());
  }

  private void record(ProjectKey project, TaskChanges changes, Actor actor) {
    List<Recordable> entries = new ArrayList<>();
    for (TaskWrites.Placed placed : changes.added()) {
      String key = placed.task().key().value();
      Map<String, Object> values = values(changes.sprint(), placed.task());
      entries.add(PlanHistory.creation(project, actor, "task", key, values));
    }
    for (TaskMerge merge : changes.merges()) {
      String key = merge.stored().key();
      entries.add(
          PlanHistory.alteration(project, actor, "task", merge.past(), key, merge.change()));
    }
    for (StoredTask task : changes.leaving()) {
      entries.add(PlanHistory.alteration(project, actor, "task", "left-plan", task.key(), LEFT));
    }
    if (!changes.moved().isEmpty()) {
      Change change = new Change(Map.of(), Map.of("tasksMoved", changes.moved().size()));
      entries.add(
          PlanHistory.alteration(project, actor, "sprint", "reordered", changes.sprint(), change));
    }
    history.all(entries);
  }

  private static Map<String, Object> values(String sprint, TaskText task) {
    Content content =
        new Content(task.text(), task.state(), task.stateDate(), task.owners(), task.source());
    return StoredTask.values(
        sprint, content, task.dependsOn(), StoredTask.values(task.blockers()), false);
  }
}
