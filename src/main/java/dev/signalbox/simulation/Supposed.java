package dev.signalbox.simulation;

import dev.signalbox.graph.PlanChange;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.WhatIf;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.SprintEdge;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a plan that patches are applied to, in their order. Pure. Each patch changes what the
 * verb of the same name would change, so that simulating and then doing it come to the same.
 */
final class Supposed {

  private final PlanGraph now;
  private final PlanSnapshot plan;
  private final WhatIf whatIf;
  private final List<Sprint> sprints;
  private final Map<Integer, Task> tasks = new HashMap<>();
  private final Map<Integer, External> externals = new HashMap<>();

  /** What a task that is blocked here goes back to; of one blocked before nothing is known. */
  private final Map<Integer, TaskState> resumes = new HashMap<>();

  private boolean sprintsChanged;
  private long blockers;

  Supposed(PlanGraph now, WhatIf whatIf) {
    this.now = now;
    this.whatIf = whatIf;
    plan = now.snapshot();
    sprints = new ArrayList<>(plan.sprints());
  }

  /** What is other than in the plan. */
  PlanChange change() {
    return new PlanChange(Map.copyOf(tasks), Map.copyOf(externals), sprintsChanged);
  }

  /** The plan as it would be; of no version that the plan ever has. */
  PlanSnapshot snapshot() {
    return new PlanSnapshot(
        plan.project(),
        plan.version(),
        List.copyOf(sprints),
        with(plan.tasks(), tasks),
        with(plan.externals(), externals));
  }

  private static <T> List<T> with(List<T> all, Map<Integer, T> changed) {
    List<T> copy = new ArrayList<>(all);
    changed.forEach(copy::set);
    return List.copyOf(copy);
  }

  private Task task(int at) {
    Task changed = tasks.get(at);
    return changed == null ? plan.tasks().get(at) : changed;
  }

  /** Applies one patch; what stands against it, in words, or empty. */
  Optional<String> apply(Patch patch) {
    return switch (patch) {
      case Patch.OfTask ofTask -> onTask(ofTask);
      case Patch.OfExternal ofExternal -> onExternal(ofExternal);
      case Patch.WaiveSprint waive -> waive(waive);
    };
  }

  private Optional<String> onTask(Patch.OfTask patch) {
    int at = now.taskAt(patch.key());
    if (at < 0) {
      return Optional.of("The plan has no task " + patch.key() + ".");
    }
    Task task = task(at);
    Optional<String> objection = objection(task, patch);
    if (objection.isPresent()) {
      return objection;
    }
    tasks.put(
        at,
        switch (patch) {
          case Patch.Start _ -> with(task, TaskState.DOING, task.dependsOn(), task.blockers());
          case Patch.Finish _ -> with(task, TaskState.DONE, task.dependsOn(), List.of());
          case Patch.Cancel _ -> with(task, TaskState.CANCELLED, task.dependsOn(), List.of());
          case Patch.Reopen _ -> with(task, TaskState.TODO, task.dependsOn(), task.blockers());
          case Patch.Block block -> blocked(at, task, block);
          case Patch.Unblock unblock -> without(at, task, unblock.blocker());
          case Patch.AddDependency add ->
              with(
                  task,
                  task.state(),
                  plus(task.dependsOn(), add.target().value()),
                  task.blockers());
          case Patch.DropDependency drop ->
              with(
                  task,
                  task.state(),
                  task.dependsOn().stream().filter(k -> !k.equals(drop.target().value())).toList(),
                  task.blockers());
        });
    return Optional.empty();
  }

  /** What the verb would be refused for, but for what it asks an override of. */
  private Optional<String> objection(Task task, Patch.OfTask patch) {
    if (!patch.command().isLegalFrom(task.state())) {
      return Optional.of(patch.key() + " is " + task.state() + "; that cannot be done to it.");
    }
    return switch (patch) {
      case Patch.Unblock unblock when !canUnblock(task, unblock.blocker()) ->
          Optional.of("No such blocker holds " + patch.key() + ".");
      case Patch.Block block when says(task, block) ->
          Optional.of("This blocker holds " + patch.key() + " already.");
      case Patch.Block block -> circle(patch.key(), block.awaits());
      case Patch.AddDependency add -> circle(patch.key(), add.target());
      case Patch.Start _,
          Patch.Finish _,
          Patch.Cancel _,
          Patch.Reopen _,
          Patch.Unblock _,
          Patch.DropDependency _ ->
          Optional.empty();
    };
  }

  private static boolean canUnblock(Task task, @Nullable Long id) {
    return id == null
        ? task.state() == TaskState.BLOCKED || !task.blockers().isEmpty()
        : task.blockers().stream().anyMatch(blocker -> blocker.id() == id);
  }

  private Optional<String> circle(String task, @Nullable TargetKey target) {
    return target != null && whatIf.leadsTo(target.value(), task, tasks)
        ? Optional.of("With " + target + " behind " + task + " they would wait for each other.")
        : Optional.empty();
  }

  private static boolean says(Task task, Patch.Block block) {
    return task.blockers().stream()
        .anyMatch(each -> each.kind() == kind(block) && each.reason().equals(block.reason()));
  }

  private Task blocked(int at, Task task, Patch.Block block) {
    if (task.state() != TaskState.BLOCKED) {
      resumes.put(at, task.state());
    }
    return with(task, TaskState.BLOCKED, task.dependsOn(), plus(task.blockers(), block));
  }

  private Task without(int at, Task task, @Nullable Long id) {
    List<Blocker> left =
        id == null
            ? List.of()
            : task.blockers().stream().filter(blocker -> blocker.id() != id).toList();
    boolean freed = left.isEmpty() && task.state() == TaskState.BLOCKED;
    TaskState then = freed ? resumes.getOrDefault(at, TaskState.TODO) : task.state();
    return with(task, then, task.dependsOn(), left);
  }

  private List<Blocker> plus(List<Blocker> held, Patch.Block block) {
    List<Blocker> all = new ArrayList<>(held);
    String awaits = block.awaits() == null ? null : block.awaits().value();
    all.add(
        new Blocker(--blockers, kind(block), block.reason(), awaits, null, Standing.STATED, null));
    return List.copyOf(all);
  }

  private static BlockerClass kind(Patch.Block block) {
    return block.kind() == null ? BlockerClass.DECISION : block.kind();
  }

  private static List<String> plus(List<String> targets, String target) {
    if (targets.contains(target)) {
      return targets;
    }
    List<String> all = new ArrayList<>(targets);
    all.add(target);
    return List.copyOf(all);
  }

  private static Task with(
      Task task, TaskState state, List<String> dependsOn, List<Blocker> blockers) {
    return new Task(
        task.key(),
        task.text(),
        task.sprint(),
        state,
        state == task.state() ? task.stateDate() : null,
        task.owners(),
        dependsOn,
        blockers,
        task.absent(),
        task.version());
  }

  private Optional<String> onExternal(Patch.OfExternal patch) {
    int at = now.externalAt(patch.key());
    if (at < 0) {
      return Optional.of("The plan has no external item " + patch.key() + ".");
    }
    External item = externals.getOrDefault(at, plan.externals().get(at));
    externals.put(
        at,
        switch (patch) {
          case Patch.CloseExternal _ -> with(item, item.expectedOn(), true);
          case Patch.RevokeExternal _ -> with(item, item.expectedOn(), false);
          case Patch.Delay delay -> with(item, delay.expectedOn(), item.closed());
        });
    return Optional.empty();
  }

  private static External with(External item, @Nullable LocalDate expectedOn, boolean closed) {
    return new External(item.key(), item.kind(), item.text(), item.owner(), expectedOn, closed);
  }

  private Optional<String> waive(Patch.WaiveSprint waive) {
    for (int at = 0; at < sprints.size(); at++) {
      Sprint sprint = sprints.get(at);
      if (sprint.key().equals(waive.sprint())
          && sprint.dependsOn().stream().anyMatch(edge -> edge.name().equals(waive.name()))) {
        UnaryOperator<SprintEdge> change =
            edge ->
                edge.name().equals(waive.name())
                    ? new SprintEdge(edge.name(), edge.sprint(), true)
                    : edge;
        sprints.set(
            at,
            new Sprint(
                sprint.key(),
                sprint.title(),
                sprint.section(),
                sprint.archived(),
                sprint.dependsOn().stream().map(change).toList()));
        sprintsChanged = true;
        return Optional.empty();
      }
    }
    return Optional.of("No sprint " + waive.sprint() + " depends on \"" + waive.name() + "\".");
  }
}
