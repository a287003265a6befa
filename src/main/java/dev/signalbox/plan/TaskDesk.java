package dev.signalbox.plan;

import dev.signalbox.plan.change.Change;
import dev.signalbox.plan.change.PlanHistory;
import dev.signalbox.plan.change.PlanVersions;
import dev.signalbox.plan.task.CommandText;
import dev.signalbox.plan.task.SprintPlace;
import dev.signalbox.plan.task.Step;
import dev.signalbox.plan.task.Task;
import dev.signalbox.plan.task.TaskRules;
import dev.signalbox.plan.task.Tasks;
import dev.signalbox.timeline.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people change tasks: one command, one verdict, one entry on the timeline. */
@Service
@Transactional
public class TaskDesk {

  private static final String TYPE = "task";

  private final Tasks tasks;
  private final TaskRules rules;
  private final PlanVersions versions;
  private final PlanHistory history;
  private final Clock clock;

  TaskDesk(Tasks tasks, TaskRules rules, PlanVersions versions, PlanHistory history, Clock clock) {
    this.tasks = tasks;
    this.rules = rules;
    this.versions = versions;
    this.history = history;
    this.clock = clock;
  }

  /** Adds a task behind the others of its sprint. */
  public PlanVerdict create(ProjectKey project, NewTask draft, Actor actor) {
    NewTask clean = CommandText.clean(draft);
    List<String> flaws = CommandText.flaws(clean);
    if (!flaws.isEmpty()) {
      return new PlanVerdict.Refused(flaws);
    }
    if (versions.hold(project).isEmpty()) {
      return new PlanVerdict.NotThere(project.value());
    }
    String key = clean.key().value();
    if (tasks.findByProjectAndKey(project.value(), key).isPresent()) {
      return new PlanVerdict.Exists(key);
    }
    Optional<PlanVerdict> objection = rules.objection(project, clean);
    if (objection.isPresent()) {
      return objection.get();
    }
    int position = tasks.nextPosition(project.value(), clean.sprint().value());
    Task task = tasks.saveAndFlush(new Task(project, clean, position, clock.instant()));
    history.created(project, actor, TYPE, key, task.values());
    return new PlanVerdict.Changed(key, task.version(), versions.move(project));
  }

  /**
   * Performs a command on a task.
   *
   * @param expected the task's version that the caller saw; another one is {@link
   *     PlanVerdict.Stale}
   */
  public PlanVerdict perform(
      ProjectKey project, TaskKey key, long expected, TaskCommand command, Actor actor) {
    TaskCommand clean = CommandText.clean(command);
    List<String> flaws = CommandText.flaws(clean);
    if (!flaws.isEmpty()) {
      return new PlanVerdict.Refused(flaws);
    }
    if (versions.hold(project).isEmpty()) {
      return new PlanVerdict.NotThere(project.value());
    }
    Optional<Task> found = tasks.findByProjectAndKey(project.value(), key.value());
    if (found.isEmpty()) {
      return new PlanVerdict.NotThere(key.value());
    }
    Task task = found.get();
    if (task.version() != expected) {
      return new PlanVerdict.Stale(task.version());
    }
    Optional<PlanVerdict> objection = rules.objection(project, key, clean);
    if (objection.isPresent()) {
      return objection.get();
    }
    Map<String, Object> before = task.values();
    return switch (take(project, task, clean, actor)) {
      case Step.Refused refused -> new PlanVerdict.Refused(refused.reason());
      case Step.Needless _ -> new PlanVerdict.Unchanged(key.value(), task.version());
      case Step.Taken taken -> {
        Task saved = tasks.saveAndFlush(task);
        Change change = noted(Change.between(before, saved.values()), clean);
        history.changed(project, actor, TYPE, taken.past(), key.value(), change);
        yield new PlanVerdict.Changed(key.value(), saved.version(), versions.move(project));
      }
    };
  }

  private Step take(ProjectKey project, Task task, TaskCommand command, Actor actor) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String by = actor.name();
    return switch (command) {
      case TaskCommand.Start _ -> task.start(now);
      case TaskCommand.Block block ->
          task.block(block.kind(), block.reason(), block.awaits(), block.since(), now);
      case TaskCommand.Unblock unblock -> task.unblock(unblock.blocker(), unblock.note(), by, now);
      case TaskCommand.Confirm confirm ->
          task.decide(read -> read.confirm(confirm.blocker(), by, now), now);
      case TaskCommand.Drop drop ->
          task.decide(read -> read.drop(drop.blocker(), drop.note(), by, now), now);
      case TaskCommand.Correct correct ->
          task.decide(
              read -> read.correct(correct.blocker(), correct.kind(), correct.awaits(), by, now),
              now);
      case TaskCommand.Finish finish -> task.finish(finish.override(), by, now);
      case TaskCommand.Reopen _ -> task.reopen(now);
      case TaskCommand.Cancel cancel -> task.cancel(cancel.reason(), by, now);
      case TaskCommand.Edit edit ->
          task.edit(edit.text(), edit.owners(), place(project, edit), now);
      case TaskCommand.AddDependency add -> task.addDependency(add.target(), now);
      case TaskCommand.RemoveDependency remove -> task.removeDependency(remove.target(), now);
    };
  }

  private @Nullable SprintPlace place(ProjectKey project, TaskCommand.Edit edit) {
    SprintKey sprint = edit.sprint();
    return sprint == null
        ? null
        : new SprintPlace(sprint.value(), tasks.nextPosition(project.value(), sprint.value()));
  }

  /** Adds what people stated with a command and no value of the task keeps. */
  private static Change noted(Change change, TaskCommand command) {
    if (command instanceof TaskCommand.Unblock unblock && !unblock.note().isEmpty()) {
      return change.with("note", unblock.note());
    }
    if (command instanceof TaskCommand.Drop drop && !drop.note().isEmpty()) {
      return change.with("note", drop.note());
    }
    if (command instanceof TaskCommand.Finish(String override) && override != null) {
      return change.with("override", override);
    }
    return change;
  }
}
