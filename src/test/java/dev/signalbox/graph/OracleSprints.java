package dev.signalbox.graph;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.SprintEdge;
import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What sprints add to the rules of readiness, said as plainly as the {@link Oracle} says them. */
final class OracleSprints {

  private final Map<String, Sprint> sprints = new HashMap<>();
  private final List<Task> tasks;

  OracleSprints(PlanSnapshot plan) {
    plan.sprints().forEach(sprint -> sprints.put(sprint.key(), sprint));
    tasks = plan.tasks();
  }

  /** The sprints that an open task waits for, as {@code sprint:S}. */
  Set<String> before(Task task) {
    Set<String> names = new TreeSet<>();
    Sprint sprint = sprints.get(task.sprint());
    for (SprintEdge edge : sprint == null ? List.<SprintEdge>of() : sprint.dependsOn()) {
      if (edge.sprint() != null && !edge.waived() && !isDone(edge.sprint())) {
        names.add("sprint:" + edge.sprint());
      }
    }
    return names;
  }

  /** A hold that stands for a sprint stands for its open tasks; the others for themselves. */
  List<String> unfolded(String hold) {
    if (!hold.startsWith("sprint:")) {
      return List.of(hold);
    }
    List<String> open =
        tasksOf(hold.substring("sprint:".length())).stream()
            .filter(task -> !isOver(task))
            .map(task -> "task:" + task.key())
            .toList();
    return open.isEmpty() ? List.of(hold) : open;
  }

  private boolean isDone(String sprint) {
    Sprint earlier = sprints.get(sprint);
    return earlier == null
        || earlier.archived()
        || (!tasksOf(sprint).isEmpty() && tasksOf(sprint).stream().allMatch(OracleSprints::isOver));
  }

  private static boolean isOver(Task task) {
    return task.state().isEnded() || task.absent();
  }

  private List<Task> tasksOf(String sprint) {
    return tasks.stream().filter(task -> task.sprint().equals(sprint)).toList();
  }
}
