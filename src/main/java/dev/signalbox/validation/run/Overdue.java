package dev.signalbox.validation.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of an attempt that has passed.
 *
 * @param code with which the attempt ends; null if it only becomes UNKNOWN
 * @param again whether another attempt may follow
 */
record Overdue(@Nullable String code, String words, boolean again) {

  /** What is overdue at this moment of the database's clock. */
  static Optional<Overdue> of(Attempt attempt, Duration silenceLimit, Instant now) {
    return switch (attempt.state()) {
      case PENDING ->
          when(
              attempt.isOverQueueDeadline(now),
              ErrorCode.QUEUE_TIMEOUT,
              "not taken by its target before the queue deadline",
              false);
      case DISPATCHING ->
          when(attempt.isCallCutOff(now), null, "a dispatch was cut off before its answer", false);
      case UNKNOWN ->
          when(
              attempt.isSilent(now) || attempt.isOverRunDeadline(now),
              ErrorCode.DISPATCH_UNKNOWN,
              "whether the dispatch arrived was never learned",
              false);
      case DISPATCHED, RUNNING ->
          attempt.isOverRunDeadline(now)
              ? when(true, ErrorCode.TIMEOUT, "over the run deadline", true)
              : when(
                  attempt.isSilent(now),
                  ErrorCode.LOST,
                  "no sign of life for " + silenceLimit.toSeconds() + " s",
                  true);
      case PASSED, FAILED, ERRORED, CANCELLED -> Optional.empty();
    };
  }

  private static Optional<Overdue> when(
      boolean holds, @Nullable String code, String words, boolean again) {
    return holds ? Optional.of(new Overdue(code, words, again)) : Optional.empty();
  }
}
