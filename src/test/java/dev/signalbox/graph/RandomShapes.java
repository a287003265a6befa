package dev.signalbox.graph;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What else changes about a plan: what there is in it, in which order, and its sprints. */
final class RandomShapes {

  private final Random random;
  private final RandomPlans plans;

  RandomShapes(long seed, RandomPlans plans) {
    random = new Random(seed);
    this.plans = plans;
  }

  PlanSnapshot next(PlanSnapshot plan) {
    List<Task> tasks = new ArrayList<>(plan.tasks());
    List<External> externals = new ArrayList<>(plan.externals());
    List<Sprint> sprints = new ArrayList<>(plan.sprints());
    PlanSnapshot other = plans.next();
    switch (random.nextInt(7)) {
      case 0 -> mix(tasks, other.tasks(), task -> task.key().value());
      case 1 -> mix(externals, other.externals(), External::key);
      case 2 -> Collections.shuffle(tasks, random);
      case 3 -> tasks.removeIf(_ -> random.nextInt(5) == 0);
      case 4 -> externals.removeIf(_ -> random.nextInt(3) == 0);
      case 5 -> {
        sprints.clear();
        sprints.addAll(other.sprints());
      }
      default -> mix(sprints, other.sprints(), Sprint::key);
    }
    Set<String> keys = tasks.stream().map(task -> task.key().value()).collect(Collectors.toSet());
    externals.removeIf(item -> keys.contains(item.key()));
    return new PlanSnapshot(
        plan.project(),
        plan.version() + 1,
        List.copyOf(sprints),
        List.copyOf(tasks),
        List.copyOf(externals));
  }

  /** Puts some of the others in at any place; those of a key that is there replace it. */
  private <T> void mix(List<T> all, List<T> others, Function<T, String> key) {
    List<T> come = others.stream().filter(_ -> random.nextInt(3) == 0).toList();
    Set<String> keys = new HashSet<>(come.stream().map(key).toList());
    all.removeIf(each -> keys.contains(key.apply(each)));
    come.forEach(each -> all.add(random.nextInt(all.size() + 1), each));
  }
}
