package dev.signalbox.validation.run;

import dev.signalbox.report.Outcome;
import java.util.Optional;

/**
 * Where an attempt is: the whole state machine of the module. Ranks only rise, but for a dispatch
 * that the receiver certainly did not take ({@link Event#POSTPONED}, or {@link Event#ABSENT} where
 * that was found out later); nothing leaves an end.
 *
 * <pre>
 *             CLAIMED             TAKEN              ALIVE
 *   PENDING ----------> DISPATCHING ---> DISPATCHED -------> RUNNING
 *      ^ <-------------------+ |             ^  ALIVE           |
 *            POSTPONED         +-> UNKNOWN --+----------------->+
 *      ^                 AMBIGUOUS |    TAKEN
 *      +---------------------------+
 *            ABSENT
 *   from everywhere but an end: PASSED, FAILED, ERRORED, CANCELLED; and ALIVE, because a quick
 *   receiver may answer before its dispatch is recorded
 * </pre>
 */
public enum AttemptState {
  /** Waits for its dispatch. */
  PENDING(0),
  /** The intent is stored; the call is under way, or was cut off by a crash. */
  DISPATCHING(1),
  /** The receiver said that it has it. */
  DISPATCHED(2),
  /** Nobody knows whether the receiver has it; dispatched again only once it is seen not to. */
  UNKNOWN(2),
  /** A sign of life came. */
  RUNNING(3),
  PASSED(4),
  FAILED(4),
  ERRORED(4),
  CANCELLED(4);

  private final int rank;

  AttemptState(int rank) {
    this.rank = rank;
  }

  /** What can happen to an attempt. */
  public enum Event {
    /** The dispatcher stored its intent to call. */
    CLAIMED,
    /** The receiver answered that it has it. */
    TAKEN,
    /** The call certainly did not arrive, or was put off; it may be made again. */
    POSTPONED,
    /** The call may have arrived and no answer is known. */
    AMBIGUOUS,
    /** The target was asked, and has no such attempt. */
    ABSENT,
    /** A sign of life. */
    ALIVE,
    PASSED,
    FAILED,
    ERRORED,
    CANCELLED;

    /** The event of an outcome. */
    public static Event of(Outcome outcome) {
      return switch (outcome) {
        case PASSED -> PASSED;
        case FAILED -> FAILED;
        case ERRORED -> ERRORED;
        case CANCELLED -> CANCELLED;
      };
    }
  }

  /** The state after the event; empty where the event has no edge here and changes nothing. */
  public Optional<AttemptState> on(Event event) {
    if (isTerminal()) {
      return Optional.empty();
    }
    return switch (event) {
      case CLAIMED -> from(PENDING, DISPATCHING);
      case TAKEN -> this == DISPATCHING || this == UNKNOWN ? to(DISPATCHED) : Optional.empty();
      case POSTPONED -> from(DISPATCHING, PENDING);
      case AMBIGUOUS -> from(DISPATCHING, UNKNOWN);
      case ABSENT -> from(UNKNOWN, PENDING);
      case ALIVE -> this == RUNNING ? Optional.empty() : to(RUNNING);
      case PASSED -> to(PASSED);
      case FAILED -> to(FAILED);
      case ERRORED -> to(ERRORED);
      case CANCELLED -> to(CANCELLED);
    };
  }

  private Optional<AttemptState> from(AttemptState only, AttemptState next) {
    return this == only ? to(next) : Optional.empty();
  }

  private static Optional<AttemptState> to(AttemptState next) {
    return Optional.of(next);
  }

  /** How far along; equal for states that are alternatives. */
  public int rank() {
    return rank;
  }

  /** Whether the attempt is over for ever. */
  public boolean isTerminal() {
    return rank == 4;
  }

  /** Whether a receiver may be working on it, so that its silence means something. */
  public boolean isOutThere() {
    return rank == 2 || rank == 3;
  }

  /** The outcome of an end; empty before. */
  public Optional<Outcome> outcome() {
    return switch (this) {
      case PENDING, DISPATCHING, DISPATCHED, UNKNOWN, RUNNING -> Optional.empty();
      case PASSED -> Optional.of(Outcome.PASSED);
      case FAILED -> Optional.of(Outcome.FAILED);
      case ERRORED -> Optional.of(Outcome.ERRORED);
      case CANCELLED -> Optional.of(Outcome.CANCELLED);
    };
  }
}
