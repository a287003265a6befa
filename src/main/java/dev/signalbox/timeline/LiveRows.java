package dev.signalbox.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads entries in streaming order: by transaction, then id, and never past a transaction that may
 * still commit. A visible entry is settled when its transaction is older than every running one;
 * before that, an entry with a smaller position may yet appear.
 */
@Component
class LiveRows {

  static final int BATCH = 500;

  /** What one read found; {@code more} says that entries wait for an older transaction to end. */
  record Read(List<LiveEvent> settled, boolean unsettled) {}

  private record Row(LiveEvent event, boolean settled) {}

  // Transactions from beyond the snapshot come only from a dump that was restored elsewhere.
  private static final String SELECT =
      """
      select id, tx::text::bigint as tx, project, at, actor_kind, actor, action,
        object_type, object_key, tx < pg_snapshot_xmin(pg_current_snapshot()) as settled
      from timeline_entry
      where (tx, id) > (cast(:tx as xid8), :id)
        and tx < pg_snapshot_xmax(pg_current_snapshot())
        and %s
      order by tx, id
      limit :limit
      """;

  private static final String EVERY_PROJECT = SELECT.formatted("project is not null");
  private static final String ONE_PROJECT = SELECT.formatted("project = :project");

  private final JdbcClient jdbc;

  LiveRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The place behind which everything is still to come. */
  Position now() {
    return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        .query((row, n) -> new Position(row.getLong(1), 0))
        .single();
  }

  Read after(Position position) {
    return read(jdbc.sql(EVERY_PROJECT), position);
  }

  Read after(Position position, String project) {
    return read(jdbc.sql(ONE_PROJECT).param("project", project), position);
  }

  private static Read read(JdbcClient.StatementSpec statement, Position position) {
    List<Row> rows =
        statement
            .param("tx", Long.toString(position.tx()))
            .param("id", position.id())
            .param("limit", BATCH)
            .query(LiveRows::row)
            .list();
    var settled = new ArrayList<LiveEvent>(rows.size());
    for (Row row : rows) {
      if (!row.settled()) {
        return new Read(settled, true);
      }
      settled.add(row.event());
    }
    return new Read(settled, false);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    var actor = new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor"));
    var event =
        new LiveEvent(
            new Position(row.getLong("tx"), row.getLong("id")),
            row.getString("project"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            actor,
            row.getString("action"),
            row.getString("object_type"),
            row.getString("object_key"));
    return new Row(event, row.getBoolean("settled"));
  }
}
