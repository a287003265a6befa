package dev.signalbox.graph;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.SprintEdge;
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
  private final List<Sprint> sprints = new ArrayList<>();
  private String sprint = "S1";
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
            sprint,
            state,
            SINCE,
            List.of(),
            dependsOn,
            blockers,
            false,
            1));
    return this;
  }

  /** The task added last is no longer in plan. */
  TestPlan absent() {
    Task last = tasks.removeLast();
    tasks.add(
        new Task(
            last.key(),
            last.text(),
            last.sprint(),
            last.state(),
            last.stateDate(),
            last.owners(),
            last.dependsOn(),
            last.blockers(),
            true,
            last.version()));
    return this;
  }

  /** Tasks from here on belong to this sprint. */
  TestPlan sprint(String key, SprintEdge... dependsOn) {
    return sprint(key, false, List.of(dependsOn));
  }

  TestPlan sprint(String key, boolean archived, List<SprintEdge> dependsOn) {
    sprints.add(new Sprint(key, "Sprint " + key, "", archived, dependsOn));
    sprint = key;
    return this;
  }

  static SprintEdge after(String sprint) {
    return new SprintEdge("Sprint " + sprint, sprint, false);
  }

  /** A blocker that a reader of prose proposes. */
  Blocker proposed(String reason, @Nullable String awaits, int sureness) {
    return new Blocker(
        ++blockerIds,
        BlockerClass.AWAITED_ARTEFACT,
        reason,
        awaits,
        SINCE,
        Standing.PROPOSED,
        sureness);
  }

  TestPlan artefact(String key, @Nullable String owner, boolean closed) {
    externals.add(
        new External(
            key, ExternalKind.ARTEFACT, key, owner, null, closed, closed ? "reader" : null));
    return this;
  }

  Blocker blocker(String reason, @Nullable String awaits) {
    return new Blocker(
        ++blockerIds, BlockerClass.DECISION, reason, awaits, SINCE, Standing.STATED, null);
  }

  /** The same plan with one item closed or open. */
  TestPlan with(String external, boolean closed) {
    externals.replaceAll(
        item ->
            item.key().equals(external)
                ? new External(item.key(), item.kind(), item.text(), item.owner(), null, closed)
                : item);
    return this;
  }

  TestPlan external(String key, boolean closed) {
    externals.add(new External(key, ExternalKind.OTHER, "Item " + key, "Team X", null, closed));
    return this;
  }

  PlanSnapshot snapshot() {
    return new PlanSnapshot(
        new ProjectKey("demo"),
        1,
        List.copyOf(sprints),
        List.copyOf(tasks),
        List.copyOf(externals));
  }

  PlanGraph graph() {
    return PlanGraph.of(snapshot());
  }
}
