package dev.signalbox.graph;

import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskState;
import org.jspecify.annotations.Nullable;

/** Words the root cause that begins at one thing. */
final class Begins {

  private Begins() {}

  static @Nullable RootCause task(Task task, boolean held) {
    if (task.state() == TaskState.CANCELLED && held) {
      return task(task, RootCause.Kind.CANCELLED, Words.CANCELLED);
    }
    if (Links.isUnstated(task)) {
      return task(task, RootCause.Kind.UNSTATED, Words.UNSTATED);
    }
    return null;
  }

  private static RootCause task(Task task, RootCause.Kind kind, String reason) {
    String key = task.key().value();
    return RootCause.of(kind, "task:" + key, key, reason, task.stateDate());
  }

  static RootCause external(External item) {
    return new RootCause(
        "external:" + item.key(),
        RootCause.Kind.EXTERNAL,
        item.key(),
        Words.open(item),
        null,
        null,
        item.owner(),
        item.kind(),
        item.expectedOn(),
        null);
  }

  static RootCause unknown(String key) {
    return RootCause.of(RootCause.Kind.UNKNOWN, "unknown:" + key, key, Words.UNKNOWN, null);
  }

  static RootCause blocker(Blocker blocker, String carrier) {
    return new RootCause(
        "blocker:" + blocker.id(),
        RootCause.Kind.BLOCKER,
        carrier,
        blocker.reason(),
        blocker.kind(),
        blocker.since(),
        null,
        null,
        null,
        blocker.standing() == Standing.PROPOSED ? blocker.sureness() : null);
  }

  static RootCause sprint(Sprint sprint) {
    String key = sprint.key();
    String reason = "sprint " + key + " " + Words.EMPTY_SPRINT;
    return RootCause.of(RootCause.Kind.SPRINT, "sprint:" + key, key, reason, null);
  }
}
