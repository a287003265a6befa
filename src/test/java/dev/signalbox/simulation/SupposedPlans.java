package dev.signalbox.simulation;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Small plans without circles, and patches that mostly can be applied, fixed by a seed. */
final class SupposedPlans {

  private static final int ITEMS = 4;

  private final Random random;

  SupposedPlans(long seed) {
    random = new Random(seed);
  }

  /**
   * One sprint.
   *
   * @param dependsOn names of the sprints that it waits for
   */
  PlanEdit sprint(String key, int tasks, String... dependsOn) {
    List<TaskText> made = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      TaskState state = TaskState.values()[random.nextInt(TaskState.values().length)];
      made.add(
          new TaskText(
              new TaskKey(key + "-" + task),
              "Work " + task,
              state,
              null,
              List.of("Yard Guild"),
              "",
              dependencies(key, task),
              state.isEnded() ? List.of() : blockers(key, task)));
    }
    List<ExternalText> items =
        Stream.iterate(0, item -> item < ITEMS, item -> item + 1)
            .map(item -> new ExternalText(item(key, item), ExternalKind.ARTEFACT, "Item", "Them"))
            .toList();
    return new PlanEdit(
        new SprintText(key, "Sprint " + key, "", "", List.of(dependsOn)),
        made,
        items,
        List.of(),
        List.of());
  }

  private static String item(String key, int number) {
    return "item " + number + " of " + key;
  }

  private List<String> dependencies(String key, int task) {
    List<String> targets = new ArrayList<>();
    for (int other = 0; other < task; other++) {
      if (random.nextInt(task) == 0) {
        targets.add(key + "-" + other);
      }
    }
    if (random.nextInt(5) == 0) {
      targets.add(item(key, random.nextInt(ITEMS)));
    }
    return targets;
  }

  private List<BlockerText> blockers(String key, int task) {
    List<BlockerText> blockers = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      blockers.add(new BlockerText(BlockerClass.PEOPLE, "nobody free", null, null, null));
    }
    if (random.nextInt(4) == 0) {
      String awaits = item(key, random.nextInt(ITEMS));
      blockers.add(
          new BlockerText(BlockerClass.AWAITED_ARTEFACT, "waits on " + task, awaits, null, 75));
    }
    return blockers;
  }

  Patch patch(PlanSnapshot plan) {
    PlanSnapshot.Task task = plan.tasks().get(random.nextInt(plan.tasks().size()));
    TaskKey key = task.key();
    TargetKey item =
        new TargetKey(plan.externals().get(random.nextInt(plan.externals().size())).key());
    TargetKey other =
        new TargetKey(plan.tasks().get(random.nextInt(plan.tasks().size())).key().value());
    return switch (random.nextInt(15)) {
      case 0 -> new Patch.Start(key);
      case 1, 2 -> new Patch.Finish(key);
      case 3 -> new Patch.Cancel(key);
      case 4 -> new Patch.Reopen(key);
      case 5 -> new Patch.Block(key, BlockerClass.DECISION, "undecided", null);
      case 6 -> new Patch.Unblock(key, null);
      case 7 ->
          new Patch.Unblock(key, task.blockers().isEmpty() ? 0 : task.blockers().getFirst().id());
      case 8 -> new Patch.AddDependency(key, other);
      case 9 ->
          new Patch.DropDependency(
              key, task.dependsOn().isEmpty() ? other : new TargetKey(task.dependsOn().getLast()));
      case 10 -> new Patch.CloseExternal(item);
      case 11 -> new Patch.RevokeExternal(item);
      case 12 -> new Patch.Delay(item, LocalDate.of(2026, 3, 1 + random.nextInt(28)));
      case 13 -> new Patch.Block(key, null, "undecided", random.nextBoolean() ? item : other);
      default -> waive(plan);
    };
  }

  /** A start or a block of any task, taken or not: so that blocked ones go back to either state. */
  Patch halt(PlanSnapshot plan) {
    TaskKey key = plan.tasks().get(random.nextInt(plan.tasks().size())).key();
    return random.nextInt(3) == 0
        ? new Patch.Start(key)
        : new Patch.Block(key, BlockerClass.PEOPLE, "halted", null);
  }

  private Patch waive(PlanSnapshot plan) {
    PlanSnapshot.Sprint sprint = plan.sprints().get(random.nextInt(plan.sprints().size()));
    String name =
        sprint.dependsOn().isEmpty() ? "Sprint none" : sprint.dependsOn().getFirst().name();
    return new Patch.WaiveSprint(sprint.key(), name);
  }
}
