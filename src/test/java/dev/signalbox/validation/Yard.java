package dev.signalbox.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.report.Fact;
import dev.signalbox.report.Outcome;
import dev.signalbox.timeline.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tests of validation share: a fresh project, its jobs, and words to say of runs. */
@Component
public class Yard {

  public static final Actor PERSON = Actor.person("maria");
  public static final Actor CI = Actor.machine("ci");
  public static final JobKey JOB = new JobKey("nightly");

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Plan plan;
  private final JobDesk desk;
  private final Validation validation;
  private final JdbcClient sql;

  Yard(Plan plan, JobDesk desk, Validation validation, JdbcClient sql) {
    this.plan = plan;
    this.desk = desk;
    this.validation = validation;
    this.sql = sql;
  }

  public ProjectKey project() {
    ProjectKey key = new ProjectKey("yard-" + COUNT.incrementAndGet());
    plan.createProject(key, "A yard", PERSON);
    return key;
  }

  /** A project with the job {@link #JOB}. */
  public ProjectKey projectWith(JobDefinition definition) {
    ProjectKey project = project();
    assertThat(desk.define(project, JOB, definition, PERSON)).isInstanceOf(JobAnswer.Saved.class);
    return project;
  }

  /** A job of one target, with attempts to spare and a backoff of a second. */
  public static JobDefinition job(@Nullable String url, int attempts, String... facts) {
    return new JobDefinition(
        "Nightly tests",
        "tests",
        JobTrigger.MANUAL,
        null,
        null,
        null,
        url == null ? null : JobTarget.signedHttp(url, Receiver.SECRET),
        Duration.ofHours(1),
        Duration.ofHours(1),
        Duration.ofMinutes(5),
        attempts,
        Duration.ofSeconds(1),
        null,
        List.of(facts),
        Map.of("branch", "main"),
        "",
        true);
  }

  public RunSummary trigger(ProjectKey project) {
    return ((TriggerAnswer.Started) validation.trigger(project, JOB, Map.of(), PERSON)).run();
  }

  public RunSummary latest(ProjectKey project) {
    return validation.latestRun(project, JOB).orElseThrow();
  }

  public RunView view(ProjectKey project) {
    return validation.run(project, JOB, latest(project).number()).orElseThrow();
  }

  public AttemptView attempt(ProjectKey project) {
    return view(project).attempts().getLast();
  }

  public ResultVerdict report(
      ProjectKey project, UUID attempt, @Nullable Outcome outcome, Fact... facts) {
    return validation.report(
        project,
        new ReportedResult(attempt, outcome, null, List.of(facts), null, null, null, "test"),
        CI);
  }

  /** Lets a time of an attempt lie an hour back, and has the reaper look at it. */
  public void moveBack(UUID attempt, String column) {
    assertThat(
            sql.sql(
                    "update attempt set %1$s = %1$s - interval '2 hours', check_at = now() - interval '1 second' where id = ?"
                        .formatted(column))
                .param(attempt)
                .update())
        .isEqualTo(1);
  }

  /** The words of the timeline about the project's runs, oldest first. */
  public List<String> story(ProjectKey project) {
    return sql.sql(
            "select action from timeline_entry where project = ? and object_type = 'run' order by id")
        .param(project.value())
        .query(String.class)
        .list();
  }
}
