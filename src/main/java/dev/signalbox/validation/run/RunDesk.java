package dev.signalbox.validation.run;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.report.Outcome;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Ids;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.ReportedResult;
import dev.signalbox.validation.ResultVerdict;
import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.Dispatch;
import dev.signalbox.validation.dispatch.DispatchQueue;
import dev.signalbox.validation.job.Job;
import dev.signalbox.validation.job.Jobs;
import dev.signalbox.validation.run.Conductor.Before;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves runs: each verb is one transaction over one locked run. */
@Component
public class RunDesk {

  /** A job with more unfinished runs than this takes no more. */
  public static final int MAX_OPEN_RUNS = 100;

  private static final Actor DISPATCHER = Actor.system("dispatcher");
  private static final Actor REAPER = Actor.system("reaper");

  private final Runs runs;
  private final Jobs jobs;
  private final ResultLog results;
  private final Conductor conductor;
  private final DispatchQueue dispatches;
  private final DatabaseTime time;
  private final Ids ids;

  RunDesk(
      Runs runs,
      Jobs jobs,
      ResultLog results,
      Conductor conductor,
      DispatchQueue dispatches,
      DatabaseTime time,
      Ids ids) {
    this.runs = runs;
    this.jobs = jobs;
    this.results = results;
    this.conductor = conductor;
    this.dispatches = dispatches;
    this.time = time;
    this.ids = ids;
  }

  /** Begins a run; empty if too many of the job are open. */
  @Transactional
  public Optional<Run> begin(Job job, RunStart start, Actor actor) {
    if (runs.countOpen(job.id()) >= MAX_OPEN_RUNS) {
      return Optional.empty();
    }
    Run run = new Run(job, jobs.nextRunNumber(job), start, ids.uuid(), time.now());
    runs.add(run);
    conductor.began(run, actor);
    return Optional.of(run);
  }

  /** First of three commits of a dispatch: the intent. Empty if there is nothing to call. */
  @Transactional
  public Optional<Dispatch> claim(UUID attempt) {
    return runs.lockByAttempt(attempt)
        .flatMap(
            run -> {
              Before before = Before.of(run);
              Instant now = time.now();
              if (!run.claim(attempt, now)) {
                settle(run, before, DISPATCHER);
                return Optional.empty();
              }
              return Dispatches.of(run, run.current(), now);
            });
  }

  /** Third of three commits: what the target said. */
  @Transactional
  public void answer(UUID attempt, Answer answer) {
    runs.lockByAttempt(attempt)
        .ifPresent(
            run -> {
              Before before = Before.of(run);
              run.answer(attempt, answer, ids::uuid, time.now());
              settle(run, before, DISPATCHER);
              conductor.answered(run, attempt, answer);
              boolean waits =
                  run.current().id().equals(attempt)
                      && run.current().state() == AttemptState.PENDING;
              if (waits && answer instanceof Answer.Postponed postponed) {
                callAgain(run.current(), postponed);
              }
            });
  }

  private void callAgain(Attempt attempt, Answer.Postponed postponed) {
    Duration backoff = RetryPolicy.beforeCall(attempt.calls(), attempt.id());
    Duration asked = postponed.asked();
    Duration wait = asked != null && asked.compareTo(backoff) > 0 ? asked : backoff;
    dispatches.put(attempt.id(), attempt.calls(), wait);
  }

  /** Takes a result or a sign of life; all but those of unknown attempts are kept. */
  @Transactional
  public ResultVerdict report(ProjectKey project, ReportedResult result, Actor actor) {
    Optional<Run> found =
        runs.lockByAttempt(result.attempt()).filter(run -> run.job().project().equals(project));
    if (found.isEmpty()) {
      return ResultVerdict.UNKNOWN_ATTEMPT;
    }
    Run run = found.get();
    Instant now = time.now();
    Before before = Before.of(run);
    Outcome outcome = result.outcome();
    Judgement judged =
        outcome == null ? null : Judgement.of(outcome, result, run.job().expectedFacts());
    ResultVerdict verdict =
        judged == null ? run.alive(result, now) : run.take(result, judged, ids::uuid, now);
    runs.flush();
    results.add(result, judged, verdict, now);
    switch (verdict) {
      case APPLIED -> conductor.moved(run, before, actor);
      case DUPLICATE -> conductor.noted(run, "result_repeated", actor);
      case LATE -> conductor.noted(run, "result_late", actor);
      case CONFLICT -> conductor.noted(run, "result_conflict", actor);
      case UNKNOWN_ATTEMPT -> throw new IllegalStateException("the attempt was found");
    }
    return verdict;
  }

  /** Ends a run that nobody wants any more; empty if there is no such run, false if it was over. */
  @Transactional
  public Optional<Boolean> cancel(ProjectKey project, JobKey job, long number, Actor actor) {
    return runs.lock(project, job, number)
        .map(
            run -> {
              Before before = Before.of(run);
              boolean cancelled = run.cancel(time.now());
              settle(run, before, actor);
              return cancelled;
            });
  }

  /** Attempts with a deadline behind them. */
  @Transactional(readOnly = true)
  public List<UUID> overdue(int limit) {
    return runs.overdue(limit);
  }

  /** Applies the deadline of one attempt, if it still is behind. */
  @Transactional
  public void reap(UUID attempt) {
    runs.lockByAttempt(attempt)
        .ifPresent(
            run -> {
              Before before = Before.of(run);
              run.reap(attempt, ids::uuid, time.now());
              settle(run, before, REAPER);
            });
  }

  /** Writes first, so that whoever hears of the run's end reads it as it is. */
  private void settle(Run run, Before before, Actor actor) {
    runs.flush();
    conductor.moved(run, before, actor);
  }
}
