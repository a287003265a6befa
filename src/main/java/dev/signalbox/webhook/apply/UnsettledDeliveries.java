package dev.signalbox.webhook.apply;

import dev.signalbox.webhook.Dialect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows that nothing has acted on yet. */
@Component
class UnsettledDeliveries {

  private final JdbcClient sql;
  private final JsonMapper json;

  UnsettledDeliveries(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /** The delivery, locked until the end of the transaction; empty once it is settled. */
  Optional<StoredDelivery> lockUnsettled(long id) {
    return sql.sql(
            """
            select d.id, s.project, s.name, s.dialect, d.headers, d.content_type, d.body, d.attempts
            from delivery d join source s on s.id = d.source
            where d.id = ? and d.state = 'RECEIVED'
            for update of d
            """)
        .param(id)
        .query(
            (row, number) ->
                new StoredDelivery(
                    row.getLong("id"),
                    row.getString("project"),
                    row.getString("name"),
                    Dialect.valueOf(row.getString("dialect")),
                    headers(row.getString("headers")),
                    row.getString("content_type"),
                    row.getBytes("body"),
                    row.getInt("attempts")))
        .optional();
  }

  void triedInVain(long id) {
    sql.sql("update delivery set attempts = attempts + 1 where id = ?").param(id).update();
  }

  void settle(long id, Settled state, String verdict) {
    sql.sql(
            """
            update delivery
            set state = ?, verdict = ?, attempts = attempts + 1, settled_at = clock_timestamp()
            where id = ?
            """)
        .params(state.name(), verdict, id)
        .update();
  }

  private Map<String, String> headers(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> header : json.readTree(text).properties()) {
      headers.put(header.getKey(), header.getValue().asString(""));
    }
    return headers;
  }
}
