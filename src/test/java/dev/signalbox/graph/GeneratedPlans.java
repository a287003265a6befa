package dev.signalbox.graph;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Plans of any size with four dependencies a task, fixed by shape, size and seed; for tests and
 * benchmarks alike.
 */
public final class GeneratedPlans {

  /** What the dependencies look like. */
  public enum Shape {
    /** Each task after the one before it: as deep as there are tasks. */
    CHAINS,
    /** Sprints of 25 tasks that lean on the few sprints before; the older ones are done. */
    SPRINTS,
    /** Numbered at random, some hubs that everybody names, some circles, some unknown keys. */
    ADVERSARIAL
  }

  public static final int SMALL = 300;
  public static final int LARGE = 40_000;
  public static final int HUGE = 1_000_000;

  private static final int DEPENDENCIES = 4;
  private static final int SPRINT = 25;
  private static final int HUBS = 16;

  private final Shape shape;
  private final int count;
  private final Random random;
  private final String[] keys;
  private final String[] items;

  private GeneratedPlans(Shape shape, int count, long seed) {
    this.shape = shape;
    this.count = count;
    random = new Random(seed);
    keys = new String[count];
    Arrays.setAll(keys, task -> "GEN-" + task / SPRINT + "-" + task);
    if (shape == Shape.ADVERSARIAL) {
      Collections.shuffle(Arrays.asList(keys), random);
    }
    items = new String[Math.max(1, count / 200)];
    Arrays.setAll(items, item -> "item " + item);
  }

  public static PlanSnapshot of(Shape shape, int tasks, long seed) {
    return new GeneratedPlans(shape, tasks, seed).make();
  }

  private PlanSnapshot make() {
    List<Task> tasks = new ArrayList<>(count);
    for (int task = 0; task < count; task++) {
      tasks.add(task(task));
    }
    if (shape == Shape.ADVERSARIAL) {
      Collections.shuffle(tasks, random);
    }
    List<External> externals = new ArrayList<>(items.length);
    for (int item = 0; item < items.length; item++) {
      LocalDate day = item % 3 == 0 ? null : LocalDate.of(2026, 1, 1).plusDays(item % 300);
      externals.add(
          new External(
              items[item], ExternalKind.ARTEFACT, "", "Guild " + item % 9, day, item % 4 == 0));
    }
    List<Sprint> sprints = new ArrayList<>();
    for (int sprint = 0; sprint * SPRINT < count; sprint++) {
      sprints.add(new Sprint("S" + sprint, "Sprint " + sprint, "", false, List.of()));
    }
    return new PlanSnapshot(
        new ProjectKey("generated"),
        1,
        List.copyOf(sprints),
        List.copyOf(tasks),
        List.copyOf(externals));
  }

  private Task task(int task) {
    TaskState state = state(task);
    return new Task(
        new TaskKey(keys[task]),
        "",
        "S" + task / SPRINT,
        state,
        null,
        List.of(),
        dependencies(task),
        state.isEnded() ? List.of() : blockers(task),
        false,
        1);
  }

  private TaskState state(int task) {
    int die = random.nextInt(1000);
    boolean old = shape == Shape.SPRINTS && task < count / 2;
    if (die < (old ? 950 : 50)) {
      return TaskState.DONE;
    }
    if (die > 997) {
      return random.nextInt(4) == 0 ? TaskState.CANCELLED : TaskState.BLOCKED;
    }
    return die % 10 == 0 ? TaskState.DOING : TaskState.TODO;
  }

  private List<String> dependencies(int task) {
    Set<String> targets = new LinkedHashSet<>();
    int reach =
        switch (shape) {
          case CHAINS -> 64;
          case SPRINTS -> 4 * SPRINT;
          case ADVERSARIAL -> count;
        };
    if (shape == Shape.CHAINS && task > 0) {
      targets.add(keys[task - 1]);
    }
    for (int more = targets.size(); task > 0 && more < DEPENDENCIES; more++) {
      targets.add(keys[task - 1 - random.nextInt(Math.min(task, reach))]);
    }
    if (shape == Shape.ADVERSARIAL) {
      upset(task, targets);
    }
    if (random.nextInt(50) == 0) {
      targets.add(items[random.nextInt(items.length)]);
    }
    return List.copyOf(targets);
  }

  private void upset(int task, Set<String> targets) {
    if (task >= HUBS && random.nextInt(4) == 0) {
      targets.add(keys[random.nextInt(HUBS)]);
    }
    if (random.nextInt(500) == 0) {
      targets.add(keys[Math.min(count - 1, task + random.nextInt(3))]);
    }
    if (random.nextInt(300) == 0) {
      targets.add("nobody-" + random.nextInt(50));
    }
  }

  private List<Blocker> blockers(int task) {
    if (random.nextInt(100) != 0) {
      return List.of();
    }
    return List.of(
        new Blocker(
            task + 1L, BlockerClass.DECISION, "undecided", null, null, Standing.STATED, null));
  }
}
