package dev.signalbox.validation.run;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.report.Fact;
import dev.signalbox.report.Outcome;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.JobTrigger;
import dev.signalbox.validation.RunSummary;
import dev.signalbox.validation.RunView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs as gates, pages and the API read them. */
@Component
public class RunReads {

  private static final String SELECT =
      """
      select r.id as run_id, j.key, r.number, a.id as attempt_id, a.number as attempt_number,
             r.state, r.outcome, coalesce(r.error_code, a.error_code) as error_code,
             coalesce(f.facts, '[]') as facts, r.triggered_by, r.created_at, r.finished_at,
             j.freshness_s, r.trigger, r.planned_at, r.error_detail,
             coalesce((select json_object_agg(i.name, i.value) from run_input i
                       where i.run_id = r.id), '{}') as inputs
      from run r
      join job j on j.id = r.job_id
      join lateral (select id, number, error_code from attempt
                    where run_id = r.id order by number desc limit 1) a on true
      left join lateral (select facts from result
                         where attempt_id = a.id and verdict = 'APPLIED' and outcome is not null
                         order by id desc limit 1) f on true
      where j.project = :project
      """;

  private final JdbcClient sql;
  private final JsonMapper json;
  private final AttemptReads attempts;

  RunReads(JdbcClient sql, JsonMapper json, AttemptReads attempts) {
    this.sql = sql;
    this.json = json;
    this.attempts = attempts;
  }

  /** The newest run of the job. */
  public Optional<RunSummary> latest(ProjectKey project, JobKey job, boolean finishedOnly) {
    return sql.sql(
            SELECT
                + "and j.key = :job"
                + (finishedOnly ? " and r.finished_at is not null" : "")
                + " order by r.number desc limit 1")
        .param("project", project.value())
        .param("job", job.value())
        .query(this::summary)
        .optional();
  }

  /** The newest runs below a number, newest first. */
  public List<RunSummary> page(ProjectKey project, JobKey job, long below, int limit) {
    return sql.sql(
            SELECT + "and j.key = :job and r.number < :below order by r.number desc limit :limit")
        .param("project", project.value())
        .param("job", job.value())
        .param("below", below)
        .param("limit", limit)
        .query(this::summary)
        .list();
  }

  /** The newest runs of all jobs. */
  public List<RunSummary> recent(ProjectKey project, int limit) {
    return sql.sql(SELECT + "order by r.id desc limit :limit")
        .param("project", project.value())
        .param("limit", limit)
        .query(this::summary)
        .list();
  }

  /** The runs of a task: those of the jobs that wait for it, newest first. */
  public List<RunSummary> ofTask(ProjectKey project, String task, int limit) {
    return sql.sql(SELECT + "and j.ready_task = :task order by r.id desc limit :limit")
        .param("project", project.value())
        .param("task", task)
        .param("limit", limit)
        .query(this::summary)
        .list();
  }

  /** One run with all its attempts and results. */
  public Optional<RunView> one(ProjectKey project, JobKey job, long number) {
    return sql.sql(SELECT + "and j.key = :job and r.number = :number")
        .param("project", project.value())
        .param("job", job.value())
        .param("number", number)
        .query(this::view)
        .optional();
  }

  private RunView view(ResultSet row, int index) throws SQLException {
    return new RunView(
        summary(row, index),
        JobTrigger.valueOf(row.getString("trigger")),
        instant(row.getTimestamp("planned_at")),
        row.getString("error_detail"),
        json.readValue(row.getString("inputs"), new TypeReference<Map<String, String>>() {}),
        attempts.of(row.getLong("run_id")));
  }

  private RunSummary summary(ResultSet row, int index) throws SQLException {
    String outcome = row.getString("outcome");
    long freshness = row.getLong("freshness_s");
    boolean forEver = row.wasNull();
    return new RunSummary(
        new JobKey(row.getString("key")),
        row.getLong("number"),
        row.getObject("attempt_id", UUID.class),
        row.getInt("attempt_number"),
        row.getString("state"),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getString("error_code"),
        json.readValue(row.getString("facts"), new TypeReference<List<Fact>>() {}),
        row.getString("triggered_by"),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("finished_at")),
        forEver ? null : Duration.ofSeconds(freshness));
  }

  static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
