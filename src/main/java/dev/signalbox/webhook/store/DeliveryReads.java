package dev.signalbox.webhook.store;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.webhook.DeliveryDetail;
import dev.signalbox.webhook.DeliveryView;
import dev.signalbox.webhook.RefusalView;
import dev.signalbox.webhook.signature.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Projections of deliveries and refusals. */
@Component
public class DeliveryReads {

  private static final String COLUMNS =
      """
      d.id, s.name as source, d.delivery_id, d.content_type, octet_length(d.body) as bytes,
      d.received_at, d.state, d.verdict, d.attempts, d.settled_at
      """;

  private final JdbcClient sql;
  private final JsonMapper json;

  DeliveryReads(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /** Newest first, those before the given id. */
  public List<DeliveryView> list(
      ProjectKey project, @Nullable String source, long before, int limit) {
    return sql.sql(
            "select "
                + COLUMNS
                + """
                from delivery d join source s on s.id = d.source
                where s.project = :project and d.id < :before
                  and (cast(:source as text) is null or s.id = :source)
                order by d.id desc limit :limit
                """)
        .param("project", project.value())
        .param("before", before)
        .param("source", source)
        .param("limit", limit)
        .query((row, number) -> view(row))
        .list();
  }

  public Optional<DeliveryDetail> find(ProjectKey project, long id) {
    return sql.sql(
            "select "
                + COLUMNS
                + """
                , d.headers, d.body_digest, d.body
                from delivery d join source s on s.id = d.source
                where s.project = ? and d.id = ?
                """)
        .params(project.value(), id)
        .query(
            (row, number) ->
                new DeliveryDetail(
                    view(row),
                    headers(row.getString("headers")),
                    HexFormat.of().formatHex(row.getBytes("body_digest")),
                    Base64.getEncoder().encodeToString(row.getBytes("body"))))
        .optional();
  }

  /** Lays a settled delivery before the applier again; false if there is none in the project. */
  public boolean reopen(ProjectKey project, long id) {
    return sql.sql(
                """
                update delivery d
                set state = 'RECEIVED', settled_at = null, attempts = 0
                from source s
                where s.id = d.source and s.project = ? and d.id = ? and d.state <> 'RECEIVED'
                """)
            .params(project.value(), id)
            .update()
        == 1;
  }

  public List<RefusalView> refusals(ProjectKey project, String source) {
    return sql.sql(
            """
            select r.reason, r.hour, r.count, r.last_at
            from refusal r join source s on s.id = r.source
            where s.project = ? and s.id = ?
            order by r.hour desc, r.reason limit 200
            """)
        .params(project.value(), source)
        .query(
            (row, number) ->
                new RefusalView(
                    row.getString("reason"),
                    hint(row.getString("reason")),
                    row.getTimestamp("hour").toInstant(),
                    row.getLong("count"),
                    row.getTimestamp("last_at").toInstant()))
        .list();
  }

  private static String hint(String reason) {
    return Arrays.stream(Refusal.values())
        .filter(refusal -> refusal.name().equals(reason))
        .map(Refusal::hint)
        .findFirst()
        .orElse("");
  }

  private static DeliveryView view(ResultSet row) throws SQLException {
    Timestamp settled = row.getTimestamp("settled_at");
    return new DeliveryView(
        row.getLong("id"),
        row.getString("source"),
        row.getString("delivery_id"),
        row.getString("content_type"),
        row.getInt("bytes"),
        row.getTimestamp("received_at").toInstant(),
        row.getString("state"),
        row.getString("verdict"),
        row.getInt("attempts"),
        settled == null ? null : settled.toInstant());
  }

  private Map<String, String> headers(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    json.readTree(text)
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asString("")));
    return headers;
  }
}
