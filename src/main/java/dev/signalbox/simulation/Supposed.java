package dev.signalbox.simulation;

import dev.signalbox.graph.Comparison.DeclaredChange;
import dev.signalbox.graph.PlanChange;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.WhatIf;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.SprintEdge;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.plan.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a plan that patches are applied to, in their order. Pure. Each patch changes what the
 * verb of the same name would change, so that simulating and then doing it come to the same.
 */
final class Supposed {

  private static final int NAMES_SHOWN = 5;

  private final PlanGraph now;
  private final PlanSnapshot plan;
  private final WhatIf whatIf;
  private final PatchedTasks patched;
  private final List<Sprint> sprints;
  private final Map<Integer, Task> tasks = new HashMap<>();
  private final Map<Integer, External> externals = new HashMap<>();
  private boolean sprintsChanged;

  /**
   * Makes a copy that is the plan as yet.
   *
   * @param patched knows what tasks go back to; for this copy alone
   */
  Supposed(PlanGraph now, WhatIf whatIf, PatchedTasks patched) {
    this.now = now;
    this.whatIf = whatIf;
    this.patched = patched;
    plan = now.snapshot();
    sprints = new ArrayList<>(plan.sprints());
  }

  /** What is other than in the plan. */
  PlanChange change() {
    return new PlanChange(Map.copyOf(tasks), Map.copyOf(externals), sprintsChanged);
  }

  /** Declared states that are other than in the plan, in its order. */
  List<DeclaredChange> declared() {
    return tasks.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            each ->
                new DeclaredChange(
                    each.getValue().key().value(),
                    plan.tasks().get(each.getKey()).state(),
                    each.getValue().state()))
        .filter(each -> each.before() != each.after())
        .toList();
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
      boolean outside = now.externalAt(patch.key()) >= 0;
      String other = outside ? "; it is an external item." : ".";
      return Optional.of("The plan has no task " + patch.key() + other);
    }
    Task task = task(at);
    Optional<String> objection = objection(task, patch);
    if (objection.isEmpty()) {
      tasks.put(at, patched.after(task, patch));
    }
    return objection;
  }

  /** What the verb would be refused for, but for what it asks an override of. */
  private Optional<String> objection(Task task, Patch.OfTask patch) {
    if (!patch.command().isLegalFrom(task.state())) {
      return Optional.of(patch.key() + " is " + task.state() + "; that cannot be done to it.");
    }
    return switch (patch) {
      case Patch.Unblock unblock when !canUnblock(task, unblock.blocker()) ->
          Optional.of("No such blocker holds " + patch.key() + ".");
      case Patch.Block block ->
          Wording.flaw(Wording.clean(block.reason()), Wording.NOTE_LIMIT)
              .map(flaw -> "The reason " + flaw + ".")
              .or(() -> said(task, block))
              .or(() -> circle(patch.key(), block.awaits()));
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

  private static Optional<String> said(Task task, Patch.Block block) {
    String reason = Wording.clean(block.reason());
    return task.blockers().stream()
        .filter(each -> each.kind() == PatchedTasks.kind(block) && each.reason().equals(reason))
        .findFirst()
        .map(_ -> "This blocker holds " + task.key() + " already.");
  }

  private Optional<String> onExternal(Patch.OfExternal patch) {
    int at = now.externalAt(patch.key());
    if (at < 0) {
      String other = now.taskAt(patch.key()) >= 0 ? "; it is a task." : ".";
      return Optional.of("The plan has no external item " + patch.key() + other);
    }
    if (patch instanceof Patch.Delay(_, LocalDate day) && !Wording.isDay(day)) {
      return Optional.of("The expected day lies outside 1970 to 2199.");
    }
    External item = externals.getOrDefault(at, plan.externals().get(at));
    externals.put(
        at,
        switch (patch) {
          case Patch.CloseExternal _ -> item.closed() ? item : with(item, item.expectedOn(), true);
          case Patch.RevokeExternal _ -> with(item, item.expectedOn(), false);
          case Patch.Delay delay -> with(item, delay.expectedOn(), item.closed());
        });
    return Optional.empty();
  }

  /** Nobody has verified what is only supposed to be there. */
  private static External with(External item, @Nullable LocalDate expectedOn, boolean closed) {
    String by = closed && item.closed() ? item.closedBy() : null;
    return new External(item.key(), item.kind(), item.text(), item.owner(), expectedOn, closed, by);
  }

  private Optional<String> waive(Patch.WaiveSprint waive) {
    String name = Wording.clean(waive.name());
    Predicate<SprintEdge> meant = edge -> edge.name().equals(name);
    for (int at = 0; at < sprints.size(); at++) {
      Sprint sprint = sprints.get(at);
      if (sprint.key().equals(waive.sprint())) {
        if (sprint.dependsOn().stream().noneMatch(meant)) {
          return Optional.of(noEdge(sprint, name));
        }
        if (sprint.dependsOn().stream().anyMatch(meant.and(edge -> !edge.waived()))) {
          sprints.set(at, waived(sprint, meant));
          sprintsChanged = true;
        }
        return Optional.empty();
      }
    }
    return Optional.of("The plan has no sprint " + waive.sprint() + ".");
  }

  private static String noEdge(Sprint sprint, String name) {
    String names =
        sprint.dependsOn().stream()
            .limit(NAMES_SHOWN)
            .map(edge -> '"' + edge.name() + '"')
            .collect(Collectors.joining(", "));
    return "Sprint %s does not depend on \"%s\", but on %s."
        .formatted(sprint.key(), name, names.isEmpty() ? "nothing" : names);
  }

  private static Sprint waived(Sprint sprint, Predicate<SprintEdge> meant) {
    return new Sprint(
        sprint.key(),
        sprint.title(),
        sprint.section(),
        sprint.archived(),
        sprint.dependsOn().stream()
            .map(edge -> meant.test(edge) ? new SprintEdge(edge.name(), edge.sprint(), true) : edge)
            .toList());
  }
}
