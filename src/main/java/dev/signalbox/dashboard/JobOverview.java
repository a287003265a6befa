package dev.signalbox.dashboard;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.validation.JobDesk;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.JobView;
import dev.signalbox.validation.Validation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lists the jobs of a project with their newest runs. */
@Component
public class JobOverview {

  private static final int MAX_JOBS = 200;
  private static final int HISTORY = 20;
  private static final int RECENT = 20;

  private final JobDesk desk;
  private final Validation validation;
  private final Clock clock;

  JobOverview(JobDesk desk, Validation validation, Clock clock) {
    this.desk = desk;
    this.validation = validation;
    this.clock = clock;
  }

  /** The first {@value #MAX_JOBS} jobs by key, each with its last {@value #HISTORY} runs. */
  public List<JobRow> rows(ProjectKey project) {
    Instant now = clock.instant();
    return desk.jobs(project, "", MAX_JOBS).items().stream()
        .map(job -> JobRow.of(job, history(project, new JobKey(job.key()), now)))
        .toList();
  }

  /** The newest runs of all jobs. */
  public List<RunRow> recent(ProjectKey project) {
    Instant now = clock.instant();
    return validation.recentRuns(project, RECENT).stream()
        .map(run -> RunRow.of(project.value(), run, now))
        .toList();
  }

  public Optional<JobView> job(ProjectKey project, JobKey key) {
    return desk.job(project, key);
  }

  /** What starts the job, in words. */
  public String starts(JobView job) {
    return JobRow.starts(job);
  }

  /** A span of time in words. */
  public String span(Duration span) {
    return Times.span(span);
  }

  private List<RunRow> history(ProjectKey project, JobKey key, Instant now) {
    return validation.runs(project, key, Long.MAX_VALUE, HISTORY).items().stream()
        .map(run -> RunRow.of(project.value(), run, now))
        .toList();
  }
}
