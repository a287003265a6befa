package dev.signalbox.validation.run;

import dev.signalbox.validation.dispatch.Dispatch;
import dev.signalbox.validation.job.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the target of an attempt is told, or asked about. */
final class Dispatches {

  private Dispatches() {}

  /**
   * Of an attempt that was claimed; empty of one that was not, or that was sent to a place that is
   * the job's no longer.
   */
  static Optional<Dispatch> of(Run run, Attempt attempt, Instant now) {
    Job job = run.job();
    Instant claimedAt = attempt.claimedAt();
    return claimedAt == null || !attempt.where().isAt(job.targetVersion())
        ? Optional.empty()
        : Optional.of(
            new Dispatch(
                attempt.id(),
                attempt.number(),
                run.number(),
                job.project().value(),
                job.key().value(),
                job.readyTask().orElse(null),
                run.inputs(),
                job.aim().orElse(null),
                claimedAt,
                Duration.between(claimedAt, now),
                attempt.where().handle()));
  }
}
