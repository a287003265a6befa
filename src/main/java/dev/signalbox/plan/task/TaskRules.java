package dev.signalbox.plan.task;

import dev.signalbox.plan.NewTask;
import dev.signalbox.plan.PlanLogic;
import dev.signalbox.plan.PlanVerdict;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskCommand;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.sprint.SprintRow;
import dev.signalbox.plan.sprint.SprintRows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The rules that look beyond one task, in one list. They are asked while the plan is held, so that
 * their answer is still true when the change lands:
 *
 * <ul>
 *   <li>a task goes only to a sprint that is there and not archived;
 *   <li>a task waits neither for itself nor, over others, for what waits for it;
 *   <li>a task is finished over what still holds it only with a stated override.
 * </ul>
 */
@Component
public class TaskRules {

  private final SprintRows sprints;
  private final ObjectProvider<PlanLogic> logic;

  TaskRules(SprintRows sprints, ObjectProvider<PlanLogic> logic) {
    this.sprints = sprints;
    this.logic = logic;
  }

  /** What stands against the command; empty if nothing does. */
  public Optional<PlanVerdict> objection(ProjectKey project, TaskKey task, TaskCommand command) {
    return switch (command) {
      case TaskCommand.Finish finish -> holds(project, task, finish.override());
      case TaskCommand.AddDependency add -> circle(project, task, add.target());
      case TaskCommand.Block block -> circleOverBlocker(project, task, block.awaits());
      case TaskCommand.Correct correct -> circleOverBlocker(project, task, correct.awaits());
      case TaskCommand.Edit edit ->
          edit.sprint() == null ? Optional.empty() : sprint(project, edit.sprint());
      case TaskCommand.Start _,
          TaskCommand.Unblock _,
          TaskCommand.Confirm _,
          TaskCommand.Drop _,
          TaskCommand.Reopen _,
          TaskCommand.Cancel _,
          TaskCommand.RemoveDependency _ ->
          Optional.empty();
    };
  }

  /** What stands against a new task; others may wait for its key already. */
  public Optional<PlanVerdict> objection(ProjectKey project, NewTask task) {
    return sprint(project, task.sprint())
        .or(
            () ->
                task.dependsOn().stream()
                    .flatMap(target -> circle(project, task.key(), target).stream())
                    .findFirst());
  }

  private Optional<PlanVerdict> sprint(ProjectKey project, SprintKey sprint) {
    Optional<SprintRow> found = sprints.find(project, sprint.value());
    if (found.isEmpty()) {
      return Optional.of(new PlanVerdict.Refused("There is no sprint " + sprint + "."));
    }
    return found.get().archived()
        ? Optional.of(new PlanVerdict.Refused("Sprint " + sprint + " is archived."))
        : Optional.empty();
  }

  private Optional<PlanVerdict> holds(ProjectKey project, TaskKey task, @Nullable String override) {
    List<String> holds = override == null ? logic.getObject().holds(project, task) : List.of();
    return holds.isEmpty() ? Optional.empty() : Optional.of(new PlanVerdict.Refused(holds));
  }

  private Optional<PlanVerdict> circleOverBlocker(
      ProjectKey project, TaskKey task, @Nullable TargetKey awaits) {
    return awaits == null ? Optional.empty() : circle(project, task, awaits);
  }

  private Optional<PlanVerdict> circle(ProjectKey project, TaskKey task, TargetKey target) {
    if (target.value().equals(task.value())) {
      return Optional.of(new PlanVerdict.Cycle(List.of(task.value(), task.value())));
    }
    List<String> back = logic.getObject().path(project, target.value(), task.value());
    return back.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PlanVerdict.Cycle(Stream.concat(Stream.of(task.value()), back.stream()).toList()));
  }
}
