package dev.signalbox.validation.timer;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import dev.signalbox.validation.ValidationSettings;
import dev.signalbox.validation.dispatch.DispatchQueue.Look;
import dev.signalbox.validation.dispatch.Sighting;
import dev.signalbox.validation.dispatch.Targets;
import dev.signalbox.validation.run.RunWatch;
import dev.signalbox.validation.run.RunWatch.OutThere;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks how attempts are doing at their targets, so that a report that never comes costs nothing
 * but time. The intervals grow, but stay well below the job's silence limit.
 */
@Component
class WatchWork {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int LOOKS_PER_SILENCE = 3;

  private final RunWatch runs;
  private final Targets targets;
  private final Clock clock;
  private final Duration reportGrace;

  WatchWork(RunWatch runs, Targets targets, Clock clock, ValidationSettings settings) {
    this.runs = runs;
    this.targets = targets;
    this.clock = clock;
    this.reportGrace = settings.reportGrace();
  }

  /** Looks once, outside of any transaction, and says when to look next. */
  CompletionHandler<Look> look(Look look) {
    OutThere at = runs.outThere(look.attempt()).orElse(null);
    if (at == null) {
      return (execution, operations) -> operations.remove();
    }
    Sighting sighting = targets.look(at.dispatch());
    boolean ended = sighting instanceof Sighting.Ended;
    if (ended && !look.ended()) {
      return again(look, reportGrace, true);
    }
    runs.saw(at.dispatch(), sighting);
    return again(look, next(look.looks(), at.silenceLimit(), sighting), false);
  }

  /** An attempt that is over is found so by the next look, which is the last. */
  private CompletionHandler<Look> again(Look look, Duration in, boolean ended) {
    Look next = new Look(look.attempt(), look.looks() + 1, ended);
    return (execution, operations) ->
        operations.reschedule(execution, clock.instant().plus(in), next);
  }

  /** Doubling from five seconds; longer only where the target asks to be left alone. */
  static Duration next(int looks, Duration silenceLimit, Sighting sighting) {
    Duration often = silenceLimit.dividedBy(LOOKS_PER_SILENCE);
    Duration grown = FIRST.multipliedBy(1L << Math.min(looks, 10));
    Duration next = shorter(shorter(grown, LONGEST), often);
    @Nullable Duration asked = sighting instanceof Sighting.Unseen unseen ? unseen.asked() : null;
    return asked != null && asked.compareTo(next) > 0 ? asked : next;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Asks the target to end an attempt that nobody wants any more. */
  void stop(UUID attempt) {
    runs.sent(attempt).ifPresent(targets::stop);
  }
}
