package dev.signalbox.graph;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Changes of any plan, fixed by a seed: states, edges, blockers, external items. */
final class RandomChanges {

  private final Random random;
  private long blockers;

  RandomChanges(long seed) {
    random = new Random(seed);
  }

  PlanChange next(PlanSnapshot plan, int most) {
    Map<Integer, Task> tasks = new HashMap<>();
    Map<Integer, External> externals = new HashMap<>();
    for (int step = random.nextInt(most); step >= 0; step--) {
      if (!plan.externals().isEmpty() && random.nextInt(4) == 0) {
        int at = random.nextInt(plan.externals().size());
        externals.put(at, changed(plan.externals().get(at)));
      } else {
        int at = random.nextInt(plan.tasks().size());
        tasks.put(at, changed(plan, tasks.getOrDefault(at, plan.tasks().get(at))));
      }
    }
    return new PlanChange(tasks, externals, false);
  }

  static PlanSnapshot after(PlanSnapshot plan, PlanChange change) {
    List<Task> tasks = new ArrayList<>(plan.tasks());
    change.tasks().forEach(tasks::set);
    List<External> externals = new ArrayList<>(plan.externals());
    change.externals().forEach(externals::set);
    return new PlanSnapshot(plan.project(), plan.version() + 1, plan.sprints(), tasks, externals);
  }

  /** The task at this place, done. */
  static PlanChange ended(PlanSnapshot plan, int task) {
    Task done = in(plan.tasks().get(task), TaskState.DONE);
    return new PlanChange(Map.of(task, done), Map.of(), false);
  }

  static Task in(Task task, TaskState state) {
    return with(task, state, task.dependsOn(), task.blockers());
  }

  static Task after(Task task, String key) {
    List<String> keys = new ArrayList<>(task.dependsOn());
    keys.add(key);
    return with(task, task.state(), keys, task.blockers());
  }

  private Task changed(PlanSnapshot plan, Task task) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> in(task, TaskState.values()[random.nextInt(TaskState.values().length)]);
      case 2 -> after(task, key(plan));
      case 3 ->
          task.dependsOn().isEmpty()
              ? task
              : with(
                  task,
                  task.state(),
                  task.dependsOn().subList(1, task.dependsOn().size()),
                  task.blockers());
      case 4 -> {
        List<Blocker> more = new ArrayList<>(task.blockers());
        more.add(
            new Blocker(
                --blockers,
                BlockerClass.DECISION,
                "undecided",
                random.nextBoolean() ? null : key(plan),
                null,
                Standing.STATED,
                null));
        yield with(task, TaskState.BLOCKED, task.dependsOn(), more);
      }
      default -> with(task, task.state(), task.dependsOn(), List.of());
    };
  }

  private String key(PlanSnapshot plan) {
    int die = random.nextInt(10);
    if (die == 0) {
      return "U" + random.nextInt(4);
    }
    return die == 1 && !plan.externals().isEmpty()
        ? plan.externals().get(random.nextInt(plan.externals().size())).key()
        : plan.tasks().get(random.nextInt(plan.tasks().size())).key().value();
  }

  private External changed(External item) {
    @Nullable LocalDate day =
        random.nextBoolean() ? item.expectedOn() : LocalDate.of(2026, 1, 1 + random.nextInt(28));
    return new External(
        item.key(), item.kind(), item.text(), item.owner(), day, random.nextBoolean());
  }

  private static Task with(
      Task task, TaskState state, List<String> dependsOn, List<Blocker> blockers) {
    return new Task(
        task.key(),
        task.text(),
        task.sprint(),
        state,
        task.stateDate(),
        task.owners(),
        List.copyOf(dependsOn),
        List.copyOf(blockers),
        task.absent(),
        task.version() + 1);
  }
}
