package dev.signalbox.plan.task;

import dev.signalbox.plan.TaskState;
import java.util.EnumSet;
import java.util.Set;

/**
 * The state machine of what people declare. All legal edges:
 *
 * <pre>
 * start    TODO                   to DOING
 * block    TODO DOING BLOCKED     to BLOCKED (again: one more blocker, the state stays)
 * unblock  any with a blocker     BLOCKED to DOING or TODO, as it was, with the last blocker;
 *          or BLOCKED             any other state stays
 * finish   TODO DOING BLOCKED     to DONE (from BLOCKED only with an override)
 * reopen   DONE CANCELLED         to TODO
 * cancel   TODO DOING BLOCKED     to CANCELLED
 * </pre>
 *
 * A document may declare any state: it reports, and the graph shows where it contradicts itself.
 */
public enum Verb {
  START("started", EnumSet.of(TaskState.TODO)),
  BLOCK("blocked", EnumSet.of(TaskState.TODO, TaskState.DOING, TaskState.BLOCKED)),
  UNBLOCK("unblocked", EnumSet.allOf(TaskState.class)),
  FINISH("finished", EnumSet.of(TaskState.TODO, TaskState.DOING, TaskState.BLOCKED)),
  REOPEN("reopened", EnumSet.of(TaskState.DONE, TaskState.CANCELLED)),
  CANCEL("cancelled", EnumSet.of(TaskState.TODO, TaskState.DOING, TaskState.BLOCKED));

  private final String past;

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf cannot be changed
  private final Set<TaskState> from;

  Verb(String past, Set<TaskState> from) {
    this.past = past;
    this.from = Set.copyOf(from);
  }

  /** How the timeline calls it. */
  public String past() {
    return past;
  }

  public boolean isLegalFrom(TaskState state) {
    return from.contains(state);
  }
}
