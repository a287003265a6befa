package dev.signalbox.graph;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds snapshots by hand. */
final class TestPlan {

  static final LocalDate SINCE = LocalDate.of(2026, 3, 1);

  private final List<Task> tasks = new ArrayList<>();
  private final List<External> externals = new ArrayList<>();
  private long blockerIds;

  TestPlan task(String key, TaskState state, String... dependsOn) {
    return add(key, state, List.of(dependsOn), List.of());
  }

  TestPlan blocked(String key, TaskState state, String reason, @Nullable String awaits) {
    return add(key, state, List.of(), List.of(blocker(reason, awaits)));
  }

  TestPlan add(String key, TaskState state, List<String> dependsOn, List<Blocker> blockers) {
    tasks.add(
        new Task(
            new TaskKey(key),
            "Work " + key,
            "S1",
            state,
            SINCE,
            List.of(),
            dependsOn,
            blockers,
            false,
            1));
    return this;
  }

  Blocker blocker(String reason, @Nullable String awaits) {
    return new Blocker(
        ++blockerIds, BlockerClass.DECISION, reason, awaits, SINCE, Standing.STATED, null);
  }

  TestPlan external(String key, boolean closed) {
    externals.add(new External(key, ExternalKind.OTHER, "Item " + key, "Team X", null, closed));
    return this;
  }

  PlanSnapshot snapshot() {
    return new PlanSnapshot(
        new ProjectKey("demo"), 1, List.of(), List.copyOf(tasks), List.copyOf(externals));
  }

  PlanGraph graph() {
    return PlanGraph.of(snapshot());
  }
}
