package dev.signalbox.plan.read;

import dev.signalbox.plan.LogView;
import dev.signalbox.plan.Origin;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.RiskView;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.wire.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads execution logs and risks, now or as they were: their rows are never deleted, and say when
 * they came and went.
 */
@Component
public class LogPages {

  private static final String THERE =
      """
       (cast(:at as timestamptz) is null and gone_at is null
         or entered_at <= cast(:at as timestamptz)
            and (gone_at is null or gone_at > cast(:at as timestamptz)))
      """;
  private static final String ROWS =
      """
      select * from (
        select r.*, row_number() over (order by origin, position) as number from %s r
         where project = :project and sprint = :sprint and %s) o
       where number > :after order by number limit :limit
      """;
  private static final String LOG = ROWS.formatted("log_entry", THERE);
  private static final String RISKS = ROWS.formatted("risk", THERE);
  private static final String MENTIONS =
      """
      select id, sprint, logged_on, text, owner, repeated, stranded, origin from log_entry
       where project = :project and strpos(text, :key) > 0 and %s
       order by logged_on desc nulls last, id desc limit :limit
      """
          .formatted(THERE);

  private final JdbcClient jdbc;

  LogPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Rows of documents in their order, then those that people added.
   *
   * @param at an instant of the past, or null for now
   */
  public Page<LogView> log(
      ProjectKey project,
      SprintKey sprint,
      @Nullable Instant at,
      @Nullable String cursor,
      int limit) {
    return rows(LOG, "log", project, sprint, at, cursor, limit, LogPages::log);
  }

  /**
   * Lines of documents in their order, then those that people added.
   *
   * @param at an instant of the past, or null for now
   */
  public Page<RiskView> risks(
      ProjectKey project,
      SprintKey sprint,
      @Nullable Instant at,
      @Nullable String cursor,
      int limit) {
    return rows(RISKS, "risks", project, sprint, at, cursor, limit, LogPages::risk);
  }

  /**
   * Log rows of the project that name this key, newest first.
   *
   * @param at an instant of the past, or null for now
   */
  public List<LogView> mentions(ProjectKey project, String key, @Nullable Instant at) {
    return jdbc
        .sql(MENTIONS)
        .param("project", project.value())
        .param("key", key)
        .param("at", time(at))
        .param("limit", TaskDetails.SHOWN)
        .query((row, i) -> log(row))
        .list()
        .stream()
        .filter(entry -> Mention.of(key, entry.text()))
        .toList();
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> Page<T> rows(
      String sql,
      String kind,
      ProjectKey project,
      SprintKey sprint,
      @Nullable Instant at,
      @Nullable String cursor,
      int limit,
      RowReader<T> reader) {
    String list = kind + "/" + project + "/" + sprint + (at == null ? "" : "@" + at);
    long after = Pages.afterNumber(list, cursor, 0);
    List<T> found =
        jdbc.sql(sql)
            .param("project", project.value())
            .param("sprint", sprint.value())
            .param("at", time(at))
            .param("after", after)
            .param("limit", limit + 1)
            .query((row, i) -> reader.read(row))
            .list();
    return Pages.of(list, found, limit, last -> Long.toString(after + limit));
  }

  private static @Nullable String time(@Nullable Instant at) {
    return at == null
        ? null
        : at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC).toString();
  }

  private static LogView log(ResultSet row) throws SQLException {
    return new LogView(
        row.getLong("id"),
        row.getString("sprint"),
        row.getObject("logged_on", LocalDate.class),
        row.getString("text"),
        row.getString("owner"),
        row.getBoolean("repeated"),
        row.getBoolean("stranded"),
        Origin.valueOf(row.getString("origin")));
  }

  private static RiskView risk(ResultSet row) throws SQLException {
    return new RiskView(
        row.getLong("id"), row.getString("text"), Origin.valueOf(row.getString("origin")));
  }
}
