package dev.signalbox.graph;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.SprintEdge;
import dev.signalbox.plan.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Small plans of every kind, fixed by a seed: sparse and dense, with and without circles, with
 * external items, unknown keys, blockers in words and awaited ones, stated and proposed, sprints
 * that wait for others, tasks that left the plan, and all states.
 */
final class RandomPlans {

  private static final List<TaskState> STATES = List.of(TaskState.values());

  private final Random random;

  RandomPlans(long seed) {
    random = new Random(seed);
  }

  PlanSnapshot next() {
    int tasks = 1 + random.nextInt(16);
    int externals = random.nextInt(4);
    boolean circles = random.nextInt(3) == 0;
    double density = random.nextDouble() * 2.5 / tasks;
    int calm = random.nextInt(4);
    TestPlan plan = new TestPlan();
    for (int item = 0; item < externals; item++) {
      plan.external("X" + item, random.nextBoolean());
    }
    int sprints = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 0;
    for (int task = 0; task < tasks; task++) {
      beginSprints(plan, task, tasks, sprints, circles);
      List<String> dependsOn = dependencies(task, tasks, circles, density, externals);
      plan.add(key(task), state(calm), dependsOn, blockers(plan, task, tasks, circles, externals));
      if (random.nextInt(8) == 0) {
        plan.absent();
      }
    }
    return plan.snapshot();
  }

  /** Sprints begin at even distances, so that some stay empty where there are few tasks. */
  private void beginSprints(TestPlan plan, int task, int tasks, int sprints, boolean circles) {
    for (int sprint = 0; sprint < sprints; sprint++) {
      if (sprint * tasks / sprints == task) {
        List<SprintEdge> edges = new ArrayList<>();
        while (random.nextInt(2) == 0) {
          int other = random.nextInt(circles ? sprints : sprint + 1);
          boolean here = other != sprint && random.nextInt(8) != 0;
          String name = "Sprint S" + other + (edges.size() + 1);
          edges.add(new SprintEdge(name, here ? "S" + other : null, random.nextInt(5) == 0));
        }
        plan.sprint("S" + sprint, random.nextInt(8) == 0, edges);
      }
    }
  }

  private List<String> dependencies(
      int task, int tasks, boolean circles, double density, int externals) {
    List<String> keys = new ArrayList<>();
    for (int other = 0; other < tasks; other++) {
      boolean allowed = other < task || circles;
      if (allowed && random.nextDouble() < density) {
        keys.add(key(other));
      }
    }
    if (externals > 0 && random.nextInt(4) == 0) {
      keys.add("X" + random.nextInt(externals));
    }
    if (random.nextInt(25) == 0) {
      keys.add("U" + random.nextInt(2));
    }
    if (!keys.isEmpty() && random.nextInt(6) == 0) {
      keys.add(keys.getFirst());
    }
    return keys;
  }

  private List<Blocker> blockers(
      TestPlan plan, int task, int tasks, boolean circles, int externals) {
    List<Blocker> blockers = new ArrayList<>();
    while (random.nextInt(8) == 0) {
      blockers.add(
          switch (random.nextInt(4)) {
            case 0 ->
                plan.blocker("awaits a task", key(random.nextInt(circles ? tasks : task + 1)));
            case 1 ->
                random.nextBoolean()
                    ? plan.blocker("awaits an item", "X" + random.nextInt(externals + 1))
                    : plan.proposed("seems to await", "X" + random.nextInt(externals + 1), 75);
            default -> plan.blocker("words " + random.nextInt(100), null);
          });
    }
    return blockers;
  }

  private TaskState state(int calm) {
    if (random.nextInt(4) < calm) {
      return random.nextBoolean() ? TaskState.TODO : TaskState.DONE;
    }
    return STATES.get(random.nextInt(STATES.size()));
  }

  private static String key(int task) {
    return "T" + task;
  }
}
