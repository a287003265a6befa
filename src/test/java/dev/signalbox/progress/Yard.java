package dev.signalbox.progress;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanPast.Dated;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds plans at hours after a beginning, by hand. */
final class Yard {

  static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

  private final long version;
  private final List<Task> tasks = new ArrayList<>();
  private final List<External> items = new ArrayList<>();

  Yard(long version) {
    this.version = version;
  }

  static Instant hour(int hours) {
    return BEGIN.plus(Duration.ofHours(hours));
  }

  Yard task(String key, TaskState state, String... dependsOn) {
    return add("yard", key, state, List.of(dependsOn), List.of(), false);
  }

  Yard absent(String key, TaskState state) {
    return add("yard", key, state, List.of(), List.of(), true);
  }

  Yard elsewhere(String key, TaskState state, String... dependsOn) {
    return add("shed", key, state, List.of(dependsOn), List.of(), false);
  }

  Yard held(String key, BlockerClass kind) {
    Blocker blocker = new Blocker(1, kind, "words", null, null, Standing.STATED, null);
    return add("yard", key, TaskState.TODO, List.of(), List.of(blocker), false);
  }

  Yard item(String key, String owner, boolean closed) {
    items.add(new External(key, ExternalKind.ARTEFACT, key, owner, null, closed));
    return this;
  }

  private Yard add(
      String sprint,
      String key,
      TaskState state,
      List<String> dependsOn,
      List<Blocker> blockers,
      boolean absent) {
    tasks.add(
        new Task(
            new TaskKey(key),
            "Work " + key,
            sprint,
            state,
            null,
            List.of("Owner " + key),
            dependsOn,
            blockers,
            absent,
            1));
    return this;
  }

  PlanSnapshot snapshot() {
    return new PlanSnapshot(
        new ProjectKey("demo"),
        version,
        List.of(
            new Sprint("yard", "Yard", "", false, List.of()),
            new Sprint("shed", "Shed", "", false, List.of())),
        List.copyOf(tasks),
        List.copyOf(items));
  }

  Dated at(int hours) {
    return new Dated(hour(hours), snapshot());
  }
}
