package dev.signalbox.validation.job;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.validation.Adapter;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.JobTrigger;
import dev.signalbox.validation.JobView;
import dev.signalbox.validation.JobView.TargetView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Jobs as pages and the API read them. */
@Component
public class JobReads {

  private static final String SELECT =
      """
      select j.*,
             coalesce((select json_agg(f.name order by f.name) from job_expected_fact f
                       where f.job_id = j.id), '[]') as facts,
             coalesce((select json_object_agg(i.name, i.value) from job_input i
                       where i.job_id = j.id), '{}') as inputs,
             coalesce((select json_object_agg(s.name, s.value) from job_target_setting s
                       where s.job_id = j.id), '{}') as settings
      from job j
      """;

  private final JdbcClient sql;
  private final JsonMapper json;

  JobReads(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  public Optional<JobView> one(ProjectKey project, JobKey key) {
    return sql.sql(SELECT + "where j.project = ? and j.key = ?")
        .params(project.value(), key.value())
        .query(this::view)
        .optional();
  }

  /** By key, after the given one. */
  public List<JobView> page(ProjectKey project, String afterKey, int limit) {
    return sql.sql(SELECT + "where j.project = ? and j.key > ? order by j.key limit ?")
        .params(project.value(), afterKey, limit)
        .query(this::view)
        .list();
  }

  private JobView view(ResultSet row, int number) throws SQLException {
    return new JobView(
        row.getString("key"),
        row.getString("name"),
        row.getString("kind"),
        JobTrigger.valueOf(row.getString("trigger")),
        row.getString("cron"),
        row.getString("zone"),
        row.getString("ready_task"),
        target(row),
        Duration.ofSeconds(row.getLong("queue_deadline_s")),
        Duration.ofSeconds(row.getLong("run_deadline_s")),
        Duration.ofSeconds(row.getLong("silence_limit_s")),
        row.getInt("max_attempts"),
        Duration.ofSeconds(row.getLong("retry_backoff_s")),
        freshness(row),
        json.readValue(row.getString("facts"), new TypeReference<List<String>>() {}),
        words(row, "inputs"),
        row.getString("owner"),
        row.getBoolean("enabled"),
        instant(row.getTimestamp("next_fire_at")),
        row.getLong("version"));
  }

  private @Nullable TargetView target(ResultSet row) throws SQLException {
    String url = row.getString("target_url");
    return url == null
        ? null
        : new TargetView(Adapter.valueOf(row.getString("adapter")), url, words(row, "settings"));
  }

  private Map<String, String> words(ResultSet row, String column) throws SQLException {
    return json.readValue(row.getString(column), new TypeReference<>() {});
  }

  private static @Nullable Duration freshness(ResultSet row) throws SQLException {
    long seconds = row.getLong("freshness_s");
    return row.wasNull() ? null : Duration.ofSeconds(seconds);
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
