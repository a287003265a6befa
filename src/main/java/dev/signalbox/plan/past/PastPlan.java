package dev.signalbox.plan.past;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.change.Moments.Moment;
import dev.signalbox.plan.past.PastOrder.Places;
import dev.signalbox.plan.read.SprintNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A whole plan on its way back. Objects only ever vanish on that way: what is created stays. */
final class PastPlan {

  private final ProjectKey project;
  private final Map<String, PastSprint> sprints = new LinkedHashMap<>();
  private final Map<String, PastTask> tasks = new LinkedHashMap<>();
  private final Map<Long, PastTask> tasksById = new HashMap<>();
  private final Map<String, PastExternal> externals = new LinkedHashMap<>();
  private final Map<Long, List<PastBlocker>> blockers = new HashMap<>();

  PastPlan(
      ProjectKey project,
      List<PastSprint> sprints,
      List<PastTask> tasks,
      List<PastExternal> externals,
      List<PastBlocker> blockers) {
    this.project = project;
    sprints.forEach(sprint -> this.sprints.put(sprint.key, sprint));
    externals.forEach(external -> this.externals.put(external.key, external));
    for (PastTask task : tasks) {
      this.tasks.put(task.key, task);
      tasksById.put(task.id, task);
    }
    for (PastBlocker blocker : blockers) {
      this.blockers.computeIfAbsent(blocker.taskId(), _ -> new ArrayList<>()).add(blocker);
    }
  }

  ProjectKey project() {
    return project;
  }

  void undoTask(String key, Undo change) {
    undo(tasks, key, change, PastTask::undo);
  }

  void undoSprint(String key, Undo change) {
    undo(sprints, key, change, PastSprint::undo);
  }

  void undoExternal(String key, Undo change) {
    undo(externals, key, change, PastExternal::undo);
  }

  void place(Places places) {
    for (int i = 0; i < places.tasks().size(); i++) {
      PastTask task = tasksById.get(places.tasks().get(i));
      if (task != null) {
        task.position = places.positions().get(i);
      }
    }
  }

  /** As it stands now on the way back, which is at that moment. */
  PlanSnapshot tell(Moment moment) {
    return new PlanSnapshot(
        project,
        moment.version(),
        resolved(),
        tasks().stream().map(task -> task.tell(held(task, moment))).toList(),
        externals.values().stream()
            .filter(external -> !tasks.containsKey(external.key))
            .map(PastExternal::tell)
            .toList());
  }

  /** The sprints in their order. */
  List<PastSprint> sprints() {
    return List.copyOf(sprints.values());
  }

  /** What lies outside, in the order in which it came; also what a task stands for by now. */
  List<PastExternal> externals() {
    return List.copyOf(externals.values());
  }

  /** All blockers of a task, whatever became of them, in the order in which they came. */
  List<PastBlocker> blockers(PastTask task) {
    return blockers.getOrDefault(task.id, List.of());
  }

  /** The sprints with their edges, and what these mean. */
  List<PlanSnapshot.Sprint> resolved() {
    List<SprintNames.Named> named = new ArrayList<>();
    Map<String, Set<String>> waived = new HashMap<>();
    for (PastSprint sprint : sprints.values()) {
      named.add(
          new SprintNames.Named(
              sprint.key, sprint.title, sprint.section, sprint.archived, sprint.dependsOn));
      waived.put(sprint.key, sprint.waived);
    }
    return SprintNames.resolve(named, waived);
  }

  /** The tasks in the order of the plan. */
  List<PastTask> tasks() {
    Map<String, Integer> places = new HashMap<>();
    sprints.keySet().forEach(key -> places.put(key, places.size()));
    return tasks.values().stream()
        .sorted(
            Comparator.comparingInt((PastTask task) -> places.getOrDefault(task.sprint, -1))
                .thenComparingInt(task -> task.position)
                .thenComparingLong(task -> task.id))
        .toList();
  }

  private List<PlanSnapshot.Blocker> held(PastTask task, Moment moment) {
    return blockers(task).stream()
        .filter(blocker -> blocker.held(moment.at()))
        .map(blocker -> blocker.tell(moment.at()))
        .toList();
  }

  private static <T> void undo(
      Map<String, T> objects, String key, Undo change, BiConsumer<T, Undo> undo) {
    @Nullable T object = objects.get(key);
    if (object == null) {
      return;
    }
    if (change.creation()) {
      objects.remove(key);
    } else {
      undo.accept(object, change);
    }
  }
}
