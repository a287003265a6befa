package dev.signalbox.plan;

import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.LogText;
import dev.signalbox.plan.PlanEdit.RiskText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Small plans in our own words, for tests. */
final class PlanFixture {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private PlanFixture() {}

  static ProjectKey freshKey() {
    return new ProjectKey("plan-" + COUNT.incrementAndGet());
  }

  static TaskText task(String key, TaskState state, String... dependsOn) {
    return new TaskText(
        new TaskKey(key),
        "Do the work of " + key,
        state,
        null,
        List.of("Track Guild"),
        "yard",
        List.of(dependsOn),
        List.of());
  }

  static TaskText heldTask(String key, String reason, String... dependsOn) {
    return new TaskText(
        new TaskKey(key),
        "Do the work of " + key,
        TaskState.BLOCKED,
        LocalDate.of(2025, 10, 27),
        List.of("Track Guild", "Signal Guild"),
        "yard",
        List.of(dependsOn),
        List.of(new BlockerText(BlockerClass.AWAITED_ARTEFACT, reason, null, null, null)));
  }

  static PlanEdit edit(String sprint, List<TaskText> tasks) {
    return edit(sprint, tasks, List.of());
  }

  static PlanEdit edit(String sprint, List<TaskText> tasks, List<ExternalText> externals) {
    return new PlanEdit(
        new SprintText(sprint, "Yard works", "Yard", "Rails and signals", List.of("504")),
        tasks,
        externals,
        List.of(
            new LogText(LocalDate.of(2025, 11, 24), "Finished Y-1: rails lie", "ada", false, false),
            new LogText(null, "Looked at Y-10", "bob", false, true)),
        List.of(new RiskText("Y-3 may slip")));
  }
}
