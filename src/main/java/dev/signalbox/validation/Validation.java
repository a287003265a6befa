package dev.signalbox.validation;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.validation.job.Job;
import dev.signalbox.validation.job.JobReads;
import dev.signalbox.validation.job.Jobs;
import dev.signalbox.validation.run.RunDesk;
import dev.signalbox.validation.run.RunReads;
import dev.signalbox.validation.run.RunStart;
import dev.signalbox.wire.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The runs of all jobs and their results. */
@Service
public class Validation {

  private final Jobs jobs;
  private final JobReads jobReads;
  private final RunDesk runs;
  private final RunReads reads;

  Validation(Jobs jobs, JobReads jobReads, RunDesk runs, RunReads reads) {
    this.jobs = jobs;
    this.jobReads = jobReads;
    this.runs = runs;
    this.reads = reads;
  }

  /**
   * Takes a result for an attempt of this project; joins the caller's transaction. An attempt of
   * another project is {@link ResultVerdict#UNKNOWN_ATTEMPT}.
   */
  @Transactional
  public ResultVerdict report(ProjectKey project, ReportedResult result, Actor actor) {
    return runs.report(project, result, actor);
  }

  /**
   * Starts a job; its dispatch begins once the transaction has committed.
   *
   * @param inputs in addition to those of the job, or instead where the name is the same
   */
  @Transactional
  public TriggerAnswer trigger(
      ProjectKey project, JobKey key, Map<String, String> inputs, Actor actor) {
    JobDefinition.checkInputs(inputs);
    Optional<Job> job = jobs.find(project, key);
    if (job.isEmpty()) {
      return new TriggerAnswer.NoSuchJob();
    }
    if (!job.get().isEnabled()) {
      return new TriggerAnswer.Disabled();
    }
    RunStart start = new RunStart(JobTrigger.MANUAL, actor.name(), null, inputs);
    return runs.begin(job.get(), start, actor)
        .flatMap(run -> reads.one(project, key, run.number()))
        .<TriggerAnswer>map(run -> new TriggerAnswer.Started(run.summary()))
        .orElseGet(() -> new TriggerAnswer.TooManyOpen(RunDesk.MAX_OPEN_RUNS));
  }

  /** Ends a run that nobody wants any more; a success reported later counts as late. */
  @Transactional
  public CancelAnswer cancel(ProjectKey project, JobKey job, long number, Actor actor) {
    return runs.cancel(project, job, number, actor)
        .map(done -> done ? CancelAnswer.CANCELLED : CancelAnswer.ALREADY_OVER)
        .orElse(CancelAnswer.NO_SUCH_RUN);
  }

  /** The newest run of the job, ended or not; empty if it never ran. */
  @Transactional(readOnly = true)
  public Optional<RunSummary> latestRun(ProjectKey project, JobKey job) {
    return reads.latest(project, job, false);
  }

  /** The newest run of the job that has ended; empty if none has. */
  @Transactional(readOnly = true)
  public Optional<RunSummary> latestFinishedRun(ProjectKey project, JobKey job) {
    return reads.latest(project, job, true);
  }

  /** One run with its attempts and results. */
  @Transactional(readOnly = true)
  public Optional<RunView> run(ProjectKey project, JobKey job, long number) {
    return reads.one(project, job, number);
  }

  /**
   * Runs of a job, newest first.
   *
   * @param below only numbers below this one; {@link Long#MAX_VALUE} for the first page
   */
  @Transactional(readOnly = true)
  public Page<RunSummary> runs(ProjectKey project, JobKey job, long below, int limit) {
    List<RunSummary> found = reads.page(project, job, below, limit + 1);
    boolean more = found.size() > limit;
    List<RunSummary> items = more ? found.subList(0, limit) : found;
    return new Page<>(List.copyOf(items), more ? Long.toString(items.getLast().number()) : null);
  }

  /** The newest runs of all jobs, newest first. */
  @Transactional(readOnly = true)
  public List<RunSummary> recentRuns(ProjectKey project, int limit) {
    return reads.recent(project, Math.clamp(limit, 1, Page.MAX_LIMIT));
  }

  /** The newest runs of the jobs that wait for this task, newest first. */
  @Transactional(readOnly = true)
  public List<RunSummary> runsOfTask(ProjectKey project, String task, int limit) {
    return reads.ofTask(project, task, Math.clamp(limit, 1, Page.MAX_LIMIT));
  }

  @Transactional(readOnly = true)
  public boolean hasJob(ProjectKey project, JobKey job) {
    return jobReads.one(project, job).isPresent();
  }
}
