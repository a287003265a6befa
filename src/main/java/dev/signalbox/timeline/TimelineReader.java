package dev.signalbox.timeline;

import dev.signalbox.wire.Cursor;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the history, newest first. */
@Component
public class TimelineReader {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  TimelineReader(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * One page of entries.
   *
   * @param cursor as the page before gave it, or null to begin
   * @param limit 1 to {@link Page#MAX_LIMIT}
   * @throws dev.signalbox.wire.ProblemException 400 for another limit or a cursor that we never
   *     gave
   */
  public Page<TimelineEntryView> page(TimelineQuery query, @Nullable String cursor, int limit) {
    int size = new Limit(limit).value();
    Map<String, Object> params = new LinkedHashMap<>();
    String sql = select(query, cursor, params);
    params.put("limit", size + 1);
    List<TimelineEntryView> found = jdbc.sql(sql).params(params).query(this::entry).list();
    if (found.size() <= size) {
      return new Page<>(found, null);
    }
    List<TimelineEntryView> items = List.copyOf(found.subList(0, size));
    return new Page<>(
        items, Cursor.encode(list(query), List.of(Long.toString(items.getLast().id()))));
  }

  /**
   * When each of these objects was last spoken of, up to an entry; one that never was is left out.
   *
   * @param action only entries of this action; null for any
   * @param last the newest entry that counts
   */
  public Map<String, Instant> latest(
      String project,
      String objectType,
      Collection<String> keys,
      @Nullable String action,
      long last) {
    Map<String, Instant> latest = new HashMap<>();
    if (keys.isEmpty()) {
      return latest;
    }
    jdbc.sql(
            """
            select distinct on (object_key) object_key, at from timeline_entry
             where project = :project and object_type = :type and object_key = any(:keys)
               and id <= :last and (cast(:action as text) is null or action = :action)
             order by object_key, id desc
            """)
        .param("project", project)
        .param("type", objectType)
        .param("keys", keys.toArray(String[]::new))
        .param("action", action, Types.VARCHAR)
        .param("last", last)
        .query(
            row -> {
              OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
              latest.put(row.getString("object_key"), at.toInstant());
            });
    return latest;
  }

  private static String select(
      TimelineQuery query, @Nullable String cursor, Map<String, Object> params) {
    var where = new StringBuilder();
    add(where, params, "project = :project", "project", query.project());
    add(where, params, "object_type = :type", "type", query.objectType());
    add(where, params, "object_key = :key", "key", query.objectKey());
    add(where, params, "actor = :actor", "actor", query.actor());
    add(where, params, "starts_with(action, :action)", "action", query.action());
    add(where, params, "at >= :from", "from", time(query.from()));
    add(where, params, "at < :until", "until", time(query.until()));
    add(
        where,
        params,
        "id < :cursor",
        "cursor",
        cursor == null ? null : Cursor.decodeNumber(list(query), cursor));
    return """
        select id, project, at, actor_kind, actor, action, object_type, object_key,
          before::text as before, after::text as after, request_id
        from timeline_entry
        where true%s
        order by id desc
        limit :limit
        """
        .formatted(where);
  }

  private static void add(
      StringBuilder where,
      Map<String, Object> params,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      where.append(" and ").append(condition);
      params.put(name, value);
    }
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static String list(TimelineQuery query) {
    return "timeline/" + query.project();
  }

  private TimelineEntryView entry(ResultSet row, int number) throws SQLException {
    return new TimelineEntryView(
        row.getLong("id"),
        row.getString("project"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
        row.getString("action"),
        row.getString("object_type"),
        row.getString("object_key"),
        value(row.getString("before")),
        value(row.getString("after")),
        row.getString("request_id"));
  }

  private @Nullable Object value(@Nullable String text) {
    return text == null ? null : json.readValue(text, Object.class);
  }
}
