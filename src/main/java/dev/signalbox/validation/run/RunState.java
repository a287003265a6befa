package dev.signalbox.validation.run;

import dev.signalbox.report.Outcome;

/** Where a run is, over all its attempts. */
public enum RunState {
  /** No receiver has it yet. */
  QUEUED,
  /** An attempt is with a receiver, or may be. */
  RUNNING,
  PASSED,
  FAILED,
  ERRORED,
  CANCELLED;

  /** The end that an outcome means. */
  public static RunState of(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> PASSED;
      case FAILED -> FAILED;
      case ERRORED -> ERRORED;
      case CANCELLED -> CANCELLED;
    };
  }

  /** What an open run is while its current attempt is in the given state. */
  public static RunState during(AttemptState attempt) {
    return switch (attempt) {
      case PENDING, DISPATCHING -> QUEUED;
      case DISPATCHED, UNKNOWN, RUNNING -> RUNNING;
      case PASSED -> PASSED;
      case FAILED -> FAILED;
      case ERRORED -> ERRORED;
      case CANCELLED -> CANCELLED;
    };
  }
}
