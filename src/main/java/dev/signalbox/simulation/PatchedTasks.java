package dev.signalbox.simulation;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.plan.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does to copies of tasks what the verbs do to tasks; whether they may is asked before. */
final class PatchedTasks {

  /** What a blocked task goes back to when nothing blocks it any more; else to TODO. */
  private final Map<TaskKey, TaskState> resumes;

  private final LocalDate today;
  private long blockers;

  PatchedTasks(Map<TaskKey, TaskState> resumes, LocalDate today) {
    this.resumes = new HashMap<>(resumes);
    this.today = today;
  }

  /** The task after it; the same one if it is so already. */
  Task after(Task task, Patch.OfTask patch) {
    return switch (patch) {
      case Patch.Start _ -> with(task, TaskState.DOING, task.dependsOn(), task.blockers());
      case Patch.Finish _ -> with(task, TaskState.DONE, task.dependsOn(), List.of());
      case Patch.Cancel _ -> with(task, TaskState.CANCELLED, task.dependsOn(), List.of());
      case Patch.Reopen _ -> with(task, TaskState.TODO, task.dependsOn(), task.blockers());
      case Patch.Block block -> blocked(task, block);
      case Patch.Unblock unblock -> without(task, unblock.blocker());
      case Patch.AddDependency add ->
          with(task, task.state(), plus(task.dependsOn(), add.target().value()), task.blockers());
      case Patch.DropDependency drop ->
          with(
              task,
              task.state(),
              task.dependsOn().stream().filter(k -> !k.equals(drop.target().value())).toList(),
              task.blockers());
    };
  }

  static BlockerClass kind(Patch.Block block) {
    return block.kind() == null ? BlockerClass.DECISION : block.kind();
  }

  private Task blocked(Task task, Patch.Block block) {
    if (task.state() != TaskState.BLOCKED) {
      resumes.put(task.key(), task.state());
    }
    List<Blocker> all = new ArrayList<>(task.blockers());
    String awaits = block.awaits() == null ? null : block.awaits().value();
    String reason = Wording.clean(block.reason());
    all.add(new Blocker(--blockers, kind(block), reason, awaits, null, Standing.STATED, null));
    return with(task, TaskState.BLOCKED, task.dependsOn(), List.copyOf(all));
  }

  private Task without(Task task, @Nullable Long id) {
    List<Blocker> left =
        id == null
            ? List.of()
            : task.blockers().stream().filter(blocker -> blocker.id() != id).toList();
    boolean freed = left.isEmpty() && task.state() == TaskState.BLOCKED;
    TaskState then = freed ? resumes.getOrDefault(task.key(), TaskState.TODO) : task.state();
    return with(task, then, task.dependsOn(), left);
  }

  private static List<String> plus(List<String> targets, String target) {
    if (targets.contains(target)) {
      return targets;
    }
    List<String> all = new ArrayList<>(targets);
    all.add(target);
    return List.copyOf(all);
  }

  private Task with(Task task, TaskState state, List<String> dependsOn, List<Blocker> blockers) {
    boolean same = state == task.state();
    if (same && dependsOn.equals(task.dependsOn()) && blockers.equals(task.blockers())) {
      return task;
    }
    return new Task(
        task.key(),
        task.text(),
        task.sprint(),
        state,
        same ? task.stateDate() : today,
        task.owners(),
        dependsOn,
        blockers,
        task.absent(),
        task.version() + 1);
  }
}
