package dev.signalbox.graph.web;

import dev.signalbox.graph.Derived;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.RootCause;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task's derived state beside its declared one. */
record TaskReadiness(
    String key,
    String sprint,
    TaskState declared,
    DerivedState state,
    List<RootCause> rootCauses,
    List<String> waitsFor,
    @Nullable String contradiction,
    int depth) {

  static TaskReadiness of(PlanSnapshot.Task task, Derived derived) {
    return new TaskReadiness(
        derived.key(),
        task.sprint(),
        task.state(),
        derived.state(),
        derived.rootCauses(),
        derived.waitsFor(),
        derived.contradiction(),
        derived.depth());
  }
}
