package dev.signalbox.timeline;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The append-only history. Writes join the transaction of the change that they describe. */
@Component
public class Timeline {

  private static final int BATCH = 500;

  private static final String INSERT =
      """
      insert into timeline_entry
        (project, at, actor_kind, actor, action, object_type, object_key, before, after, request_id)
      values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?)
      """;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final AfterCommit afterCommit;

  Timeline(JdbcTemplate jdbc, JsonMapper json, Clock clock, AfterCommit afterCommit) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.afterCommit = afterCommit;
  }

  /** Adds one entry; needs a running transaction, so that change and entry land together. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Recordable change) {
    recordAll(List.of(change));
  }

  /** Adds many entries in few round trips; the same rules. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void recordAll(List<Recordable> changes) {
    if (changes.isEmpty()) {
      return;
    }
    OffsetDateTime at = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    String requestId = MDC.get("requestId");
    jdbc.batchUpdate(
        INSERT,
        changes,
        BATCH,
        (row, change) -> {
          row.setString(1, change.project());
          row.setObject(2, at);
          row.setString(3, change.actor().kind().name());
          row.setString(4, change.actor().name());
          row.setString(5, change.action());
          row.setString(6, change.objectType());
          row.setString(7, change.objectKey());
          row.setString(8, json(change.before()));
          row.setString(9, json(change.after()));
          row.setString(10, requestId);
        });
    afterCommit.arm();
  }

  private @Nullable String json(@Nullable Object value) {
    return value == null ? null : json.writeValueAsString(value);
  }
}
