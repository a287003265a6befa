package dev.signalbox.validation.run;

import dev.signalbox.report.Outcome;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import dev.signalbox.validation.RunFinished;
import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.DispatchQueue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sees to what follows when a run has moved: the timeline entry, the next dispatch, the event, the
 * count. All of it in the transaction that moved the run.
 */
@Component
class Conductor {

  private final Timeline timeline;
  private final DispatchQueue dispatches;
  private final ApplicationEventPublisher events;
  private final Map<Outcome, Counter> ended = new EnumMap<>(Outcome.class);

  Conductor(
      Timeline timeline,
      DispatchQueue dispatches,
      ApplicationEventPublisher events,
      MeterRegistry meters) {
    this.timeline = timeline;
    this.dispatches = dispatches;
    this.events = events;
    for (Outcome outcome : Outcome.values()) {
      ended.put(
          outcome,
          Counter.builder("signalbox.validation.runs")
              .description("runs that reached their end")
              .tag("result", outcome.name().toLowerCase(Locale.ROOT))
              .register(meters));
    }
  }

  /** What a run looked like before it was moved. */
  record Before(RunState state, UUID id, AttemptState attempt, int attempts) {
    static Before of(Run run) {
      Attempt at = run.current();
      return new Before(run.state(), at.id(), at.state(), run.attemptCount());
    }
  }

  /** A run has begun. */
  void began(Run run, Actor actor) {
    record(run, "queued", actor, null);
    dispatches.put(run.current().id(), 0, Duration.ZERO);
  }

  /** A run may have moved since {@code before}. */
  void moved(Run run, Before before, Actor actor) {
    if (run.outcome().isPresent() && !isEnd(before.state())) {
      end(run, run.outcome().get(), before, actor);
    } else if (run.attemptCount() > before.attempts()) {
      record(run, "retrying", actor, before);
      Duration delay =
          RetryPolicy.beforeAttempt(
              run.current().number(), run.job().retryBackoff(), run.current().id());
      dispatches.put(run.current().id(), 0, delay);
    } else if (run.current().state() != before.attempt()) {
      record(run, word(run.current().state()), actor, before);
    }
    follow(run, before);
  }

  /** What its new state asks for: a call, looks at its target, or its end there. */
  private void follow(Run run, Before before) {
    Attempt now = run.current();
    boolean watched = isWatched(run);
    boolean same = run.attemptCount() == before.attempts();
    if (same && before.attempt() == AttemptState.UNKNOWN && now.state() == AttemptState.PENDING) {
      dispatches.put(now.id(), now.calls(), Duration.ZERO);
    } else if (watched && same && !before.attempt().isOutThere() && now.state().isOutThere()) {
      dispatches.watch(now.id());
    } else if (watched && before.attempt().isOutThere()) {
      stopLeftOver(run, before.id());
    }
  }

  /** A call that was under way while its attempt was ended may have begun work all the same. */
  void answered(Run run, UUID attempt, Answer answer) {
    if (isWatched(run) && (answer instanceof Answer.Taken || answer instanceof Answer.Ambiguous)) {
      stopLeftOver(run, attempt);
    }
  }

  private static boolean isWatched(Run run) {
    return run.job().aim().filter(aim -> aim.adapter().isWatched()).isPresent();
  }

  /** An attempt that Signalbox ended, and not its target, may still be worked on there. */
  private void stopLeftOver(Run run, UUID attempt) {
    run.attempt(attempt)
        .filter(at -> at.state().isTerminal() && !at.wasReported())
        .ifPresent(at -> dispatches.stop(at.id()));
  }

  /** Something about a run was stored that did not move it. */
  void noted(Run run, String word, Actor actor) {
    record(run, word, actor, null);
  }

  private void end(Run run, Outcome outcome, Before before, Actor actor) {
    record(run, outcome.name().toLowerCase(Locale.ROOT), actor, before);
    events.publishEvent(
        new RunFinished(run.job().project(), run.job().key(), run.number(), outcome));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            Counter counter = ended.get(outcome);
            if (counter != null) {
              counter.increment();
            }
          }
        });
  }

  private void record(Run run, String word, Actor actor, @Nullable Before before) {
    Attempt attempt = run.current();
    timeline.record(
        new Recordable(
            run.job().project().value(),
            actor,
            "run." + word,
            "run",
            run.job().key() + "#" + run.number(),
            before == null ? null : new Seen(before.state(), before.attempts(), null, null),
            new Seen(
                run.state(),
                attempt.number(),
                attempt.errorCode() == null ? run.errorCode() : attempt.errorCode(),
                attempt.errorDetail())));
  }

  private static boolean isEnd(RunState state) {
    return switch (state) {
      case QUEUED, RUNNING -> false;
      case PASSED, FAILED, ERRORED, CANCELLED -> true;
    };
  }

  private static String word(AttemptState state) {
    return switch (state) {
      case PENDING -> "postponed";
      case UNKNOWN -> "dispatch_unknown";
      case DISPATCHING, DISPATCHED, RUNNING, PASSED, FAILED, ERRORED, CANCELLED ->
          state.name().toLowerCase(Locale.ROOT);
    };
  }

  /** The timeline's picture of a run. */
  record Seen(
      RunState state, int attempt, @Nullable String errorCode, @Nullable String errorDetail) {}
}
