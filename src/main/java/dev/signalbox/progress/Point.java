package dev.signalbox.progress;

import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.TaskState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a plan stood at one instant.
 *
 * @param planVersion 0 before the project was made
 * @param scope all tasks, without those that are no longer in plan
 * @param remaining those of the scope that have not ended
 * @param absent tasks that are no longer in plan; counted nowhere else
 * @param declared tasks of the scope by what people say; every state is a key
 * @param derived tasks of the scope by what is true; every state is a key
 */
public record Point(
    Instant at,
    long planVersion,
    int scope,
    int remaining,
    int absent,
    Map<TaskState, Integer> declared,
    Map<DerivedState, Integer> derived) {

  static Point of(Instant at, PlanGraph graph, @Nullable String sprint) {
    Map<TaskState, Integer> declared = new EnumMap<>(TaskState.class);
    Map<DerivedState, Integer> derived = new EnumMap<>(DerivedState.class);
    for (TaskState state : TaskState.values()) {
      declared.put(state, 0);
    }
    for (DerivedState state : DerivedState.values()) {
      derived.put(state, 0);
    }
    int scope = 0;
    int remaining = 0;
    int absent = 0;
    for (Task task : graph.snapshot().tasks()) {
      if (sprint != null && !task.sprint().equals(sprint)) {
        continue;
      }
      if (task.absent()) {
        absent++;
        continue;
      }
      DerivedState state = graph.state(task.key().value()).orElseThrow();
      scope++;
      remaining += state == DerivedState.DONE || state == DerivedState.CANCELLED ? 0 : 1;
      declared.merge(task.state(), 1, Integer::sum);
      derived.merge(state, 1, Integer::sum);
    }
    return new Point(at, graph.snapshot().version(), scope, remaining, absent, declared, derived);
  }

  Point at(Instant other) {
    return new Point(other, planVersion, scope, remaining, absent, declared, derived);
  }
}
