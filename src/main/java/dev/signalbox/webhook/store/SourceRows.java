package dev.signalbox.webhook.store;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.webhook.Dialect;
import dev.signalbox.webhook.SourceView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables source and source_secret. */
@Component
public class SourceRows {

  private static final String SELECT =
      """
      select id, name, dialect, enabled, version, created_at, created_by
      from source where project = ?
      """;

  private final JdbcClient sql;

  SourceRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** Adds a source; false if the name is taken. */
  public boolean add(String id, ProjectKey project, String name, Dialect dialect, Actor actor) {
    return sql.sql(
                """
                insert into source (id, project, name, dialect, created_by) values (?, ?, ?, ?, ?)
                on conflict (project, name) do nothing
                """)
            .params(id, project.value(), name, dialect.name(), actor.name())
            .update()
        == 1;
  }

  public void addSecret(String source, byte[] sealed, String state) {
    sql.sql("insert into source_secret (source, sealed, state) values (?, ?, ?)")
        .params(source, sealed, state)
        .update();
  }

  /** Current retires, next becomes current; secrets whose time is over are erased. */
  public void promote(String source, Duration overlap) {
    sql.sql("delete from source_secret where source = ? and retire_at <= clock_timestamp()")
        .param(source)
        .update();
    sql.sql(
            """
            update source_secret
            set state = 'RETIRING',
                retire_at = clock_timestamp() + make_interval(secs => ?)
            where source = ? and state = 'CURRENT'
            """)
        .params(overlap.toMillis() / 1000.0, source)
        .update();
    sql.sql("update source_secret set state = 'CURRENT' where source = ? and state = 'NEXT'")
        .param(source)
        .update();
  }

  public void enable(String id, boolean enabled) {
    sql.sql("update source set enabled = ? where id = ?").params(enabled, id).update();
  }

  /** The version after a change. */
  public long bump(String id) {
    return sql.sql("update source set version = version + 1 where id = ? returning version")
        .param(id)
        .query(Long.class)
        .single();
  }

  public Optional<SourceView> find(ProjectKey project, String id) {
    return sql.sql(SELECT + " and id = ?").params(project.value(), id).query(this::view).optional();
  }

  /** The same, locked until the end of the transaction. */
  public Optional<SourceView> lock(ProjectKey project, String id) {
    return sql.sql(SELECT + " and id = ? for update")
        .params(project.value(), id)
        .query(this::view)
        .optional();
  }

  public List<SourceView> list(ProjectKey project, String afterName, int limit) {
    return sql.sql(SELECT + " and name > ? order by name limit ?")
        .params(project.value(), afterName, limit)
        .query(this::view)
        .list();
  }

  private SourceView view(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    return new SourceView(
        id,
        row.getString("name"),
        Dialect.valueOf(row.getString("dialect")),
        "/hooks/" + id,
        row.getBoolean("enabled"),
        row.getLong("version"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"),
        secrets(id));
  }

  private List<SourceView.Secret> secrets(String source) {
    return sql.sql(
            """
            select id, state, created_at, retire_at from source_secret
            where source = ? and (retire_at is null or retire_at > clock_timestamp())
            order by id
            """)
        .param(source)
        .query(
            (row, number) ->
                new SourceView.Secret(
                    row.getLong("id"),
                    row.getString("state"),
                    row.getTimestamp("created_at").toInstant(),
                    instant(row.getTimestamp("retire_at"))))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
