package dev.signalbox.validation.run;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.report.Outcome;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Ids;
import dev.signalbox.validation.ReportedResult;
import dev.signalbox.validation.dispatch.Dispatch;
import dev.signalbox.validation.dispatch.Sighting;
import dev.signalbox.validation.run.Conductor.Before;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of attempts that are out there, and what looking for them showed. */
@Component
public class RunWatch {

  private static final Actor RECONCILER = Actor.system("reconciler");

  private final Runs runs;
  private final RunDesk desk;
  private final Conductor conductor;
  private final DatabaseTime time;
  private final Ids ids;

  RunWatch(Runs runs, RunDesk desk, Conductor conductor, DatabaseTime time, Ids ids) {
    this.runs = runs;
    this.desk = desk;
    this.conductor = conductor;
    this.time = time;
    this.ids = ids;
  }

  /**
   * An attempt that a target may be working on.
   *
   * @param silenceLimit after which it counts as lost where nobody hears of it
   * @param left until its nearest deadline
   */
  public record OutThere(Dispatch dispatch, Duration silenceLimit, Duration left) {}

  /** Empty of what is over, fenced out, or nowhere that can be looked at. */
  @Transactional(readOnly = true)
  public Optional<OutThere> outThere(UUID attempt) {
    return runs.findByAttempt(attempt)
        .filter(run -> run.current().id().equals(attempt))
        .filter(run -> run.current().state().isOutThere())
        .flatMap(
            run -> {
              Instant now = time.now();
              Duration left = Duration.between(now, run.current().checkAt());
              return Dispatches.of(run, run.current(), now)
                  .map(dispatch -> new OutThere(dispatch, run.job().silenceLimit(), left));
            });
  }

  /** Whether the attempt may be out there again later: neither over nor fenced out. */
  @Transactional(readOnly = true)
  public boolean goesOn(UUID attempt) {
    return runs.findByAttempt(attempt)
        .filter(run -> run.current().id().equals(attempt))
        .filter(run -> !run.current().state().isTerminal())
        .isPresent();
  }

  /** What an attempt was sent as, whatever became of it. */
  @Transactional(readOnly = true)
  public Optional<Dispatch> sent(UUID attempt) {
    return runs.findByAttempt(attempt)
        .flatMap(run -> run.attempt(attempt).flatMap(at -> Dispatches.of(run, at, time.now())));
  }

  /** All attempts that may be out there at a target that can be looked at, oldest first. */
  @Transactional(readOnly = true)
  public List<UUID> allOutThere() {
    return runs.outThere();
  }

  /** Takes what a look showed; an end counts as if it were reported. */
  @Transactional
  public void saw(Dispatch dispatch, Sighting sighting) {
    if (sighting instanceof Sighting.Ended ended) {
      desk.report(new ProjectKey(dispatch.project()), result(dispatch, ended), RECONCILER);
      return;
    }
    runs.lockByAttempt(dispatch.attempt())
        .ifPresent(
            run -> {
              Before before = Before.of(run);
              run.see(dispatch.attempt(), sighting, ids::uuid, time.now());
              runs.flush();
              conductor.moved(run, before, RECONCILER);
            });
  }

  private static ReportedResult result(Dispatch dispatch, Sighting.Ended ended) {
    @Nullable String code = ended.outcome() == Outcome.ERRORED ? ended.errorCode() : null;
    return new ReportedResult(
        dispatch.attempt(),
        ended.outcome(),
        code,
        List.of(),
        null,
        ended.externalId(),
        ended.url(),
        "poll");
  }
}
