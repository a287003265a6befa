package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.TaskFact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which tasks of the project a gate or a requirement looks at. */
public sealed interface Scope {

  int MAX_TASKS = 500;

  /** Whether the task belongs to it. */
  boolean covers(String taskKey, String sprint);

  /** What it names and the given tasks do not have; not empty for a scope that covers nothing. */
  List<String> absentFrom(List<TaskFact> tasks);

  String words();

  /** As it stands in JSON. */
  Map<String, Object> document();

  /** Those of the tasks that belong to it. */
  default List<TaskFact> of(List<TaskFact> tasks) {
    Predicate<TaskFact> covered = task -> covers(task.key(), task.sprint());
    return tasks.stream().filter(covered).toList();
  }

  /** All tasks of one sprint. */
  record OfSprint(String sprint) implements Scope {

    @Override
    public boolean covers(String taskKey, String taskSprint) {
      return sprint.equals(taskSprint);
    }

    @Override
    public List<String> absentFrom(List<TaskFact> tasks) {
      return of(tasks).isEmpty() ? List.of("any task of sprint " + sprint) : List.of();
    }

    @Override
    public String words() {
      return "sprint " + sprint;
    }

    @Override
    public Map<String, Object> document() {
      return Map.of("sprint", sprint);
    }
  }

  /** Tasks by name. */
  record OfTasks(List<String> tasks) implements Scope {

    public OfTasks {
      tasks = tasks.stream().distinct().sorted().toList();
      if (tasks.isEmpty() || tasks.size() > MAX_TASKS) {
        throw new IllegalArgumentException("a scope names 1 to " + MAX_TASKS + " tasks");
      }
    }

    @Override
    public boolean covers(String taskKey, String taskSprint) {
      return tasks.contains(taskKey);
    }

    @Override
    public List<String> absentFrom(List<TaskFact> there) {
      Set<String> keys = there.stream().map(TaskFact::key).collect(Collectors.toSet());
      return tasks.stream().filter(key -> !keys.contains(key)).map(key -> "task " + key).toList();
    }

    @Override
    public String words() {
      return tasks.size() == 1 ? "task " + tasks.getFirst() : tasks.size() + " named tasks";
    }

    @Override
    public Map<String, Object> document() {
      return Map.of("tasks", tasks);
    }
  }

  /** All tasks of the project. */
  record Everything() implements Scope {

    @Override
    public boolean covers(String taskKey, String taskSprint) {
      return true;
    }

    @Override
    public List<String> absentFrom(List<TaskFact> tasks) {
      return tasks.isEmpty() ? List.of("any task") : List.of();
    }

    @Override
    public String words() {
      return "the whole project";
    }

    @Override
    public Map<String, Object> document() {
      return Map.of("all", true);
    }
  }
}
