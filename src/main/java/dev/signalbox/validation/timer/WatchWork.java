package dev.signalbox.validation.timer;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import dev.signalbox.validation.ValidationSettings;
import dev.signalbox.validation.dispatch.Dispatch;
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
  private static final Duration SHORTEST = Duration.ofSeconds(1);
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
      return runs.goesOn(look.attempt())
          ? again(look, FIRST, false)
          : (execution, operations) -> operations.remove();
    }
    Sighting sighting = targets.look(at.dispatch());
    boolean ended = sighting instanceof Sighting.Ended;
    Duration grace = shorter(reportGrace, at.left().dividedBy(2));
    if (ended && !look.ended() && grace.isPositive()) {
      return again(look, grace, true);
    }
    runs.saw(at.dispatch(), sighting);
    boolean stillEnded = look.ended() && sighting instanceof Sighting.Unseen;
    return again(look, next(look.looks(), at.silenceLimit(), sighting), stillEnded);
  }

  /** An attempt that is over is found so by the next look, which is the last. */
  private CompletionHandler<Look> again(Look look, Duration in, boolean ended) {
    Look next = new Look(look.attempt(), look.looks() + 1, ended);
    return (execution, operations) ->
        operations.reschedule(execution, clock.instant().plus(in), next);
  }

  /** Doubling from five seconds, unless the target says when it can be asked again. */
  static Duration next(int looks, Duration silenceLimit, Sighting sighting) {
    @Nullable Duration asked = sighting instanceof Sighting.Unseen unseen ? unseen.asked() : null;
    if (asked != null) {
      return asked.compareTo(SHORTEST) > 0 ? asked : SHORTEST;
    }
    Duration often = silenceLimit.dividedBy(LOOKS_PER_SILENCE);
    Duration grown = FIRST.multipliedBy(1L << Math.min(looks, 10));
    return shorter(shorter(grown, LONGEST), often);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * Asks the target to end an attempt that nobody wants any more.
   *
   * @throws IllegalStateException if it could not be asked, so that it is tried again
   */
  void stop(UUID attempt) {
    Dispatch sent = runs.sent(attempt).orElse(null);
    if (sent != null && !targets.stop(found(sent))) {
      throw new IllegalStateException("the target of attempt " + attempt + " was not reached");
    }
  }

  /** One whose name there was never learned is looked for first. */
  private Dispatch found(Dispatch sent) {
    return sent.externalId() != null
        ? sent
        : switch (targets.look(sent)) {
          case Sighting.Waiting it -> sent.calledThere(it.externalId());
          case Sighting.Working it -> sent.calledThere(it.externalId());
          case Sighting.Ended it -> sent;
          case Sighting.Absent it -> sent;
          case Sighting.Unseen it -> throw new IllegalStateException(it.words());
        };
  }
}
