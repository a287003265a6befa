package dev.signalbox.plan.sprint;

import dev.signalbox.plan.Origin;
import dev.signalbox.plan.PlanEdit.LogText;
import dev.signalbox.plan.PlanEdit.RiskText;
import dev.signalbox.plan.ProjectKey;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of execution logs and of risks. Where a document differs from what it brought before,
 * its rows from the first difference on are replaced; the replaced ones are kept for the past.
 */
@Component
public class LogRows {

  private static final String ADD_LOG =
      """
      insert into log_entry (project, sprint, logged_on, text, owner, repeated, stranded, origin,
                             position, entered_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_RISK =
      """
      insert into risk (project, sprint, text, origin, position, entered_at)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Clock clock;

  LogRows(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.clock = clock;
  }

  /** The rows that a document brought, in its order. */
  public List<LogText> log(ProjectKey project, String sprint) {
    return jdbc.sql(
            """
            select logged_on as "on", text, owner, repeated, stranded from log_entry
             where project = :project and sprint = :sprint and origin = 'DOCUMENT'
               and gone_at is null order by position
            """)
        .param("project", project.value())
        .param("sprint", sprint)
        .query(
            (row, i) ->
                new LogText(
                    row.getObject("on", LocalDate.class),
                    row.getString("text"),
                    row.getString("owner"),
                    row.getBoolean("repeated"),
                    row.getBoolean("stranded")))
        .list();
  }

  /** The lines that a document brought, in its order. */
  public List<RiskText> risks(ProjectKey project, String sprint) {
    return jdbc.sql(
            """
            select text from risk
             where project = :project and sprint = :sprint and origin = 'DOCUMENT'
               and gone_at is null order by position
            """)
        .param("project", project.value())
        .param("sprint", sprint)
        .query((row, i) -> new RiskText(row.getString("text")))
        .list();
  }

  /**
   * Puts these rows of a document in the place of those that it brought before, and of what people
   * wrote likewise here.
   */
  public void replaceLog(ProjectKey project, String sprint, List<LogText> old, List<LogText> now) {
    OffsetDateTime at = now();
    int same = same(old, now);
    retire("log_entry", project, sprint, same, at);
    takeOver(
        "log_entry",
        "coalesce(logged_on::text, '') || '|' || text || '|' || owner",
        project,
        sprint,
        at,
        old.stream().map(LogRows::words).toList(),
        now.stream().map(LogRows::words).toList());
    template.batchUpdate(
        ADD_LOG,
        IntStream.range(same, now.size()).boxed().toList(),
        BATCH,
        (row, position) -> {
          LogText entry = now.get(position);
          row.setString(1, project.value());
          row.setString(2, sprint);
          row.setObject(3, entry.on(), Types.DATE);
          row.setString(4, entry.text());
          row.setString(5, entry.owner());
          row.setBoolean(6, entry.repeated());
          row.setBoolean(7, entry.stranded());
          row.setString(8, Origin.DOCUMENT.name());
          row.setInt(9, position);
          row.setObject(10, at);
        });
  }

  /**
   * Puts these lines of a document in the place of those that it brought before, and of what people
   * wrote likewise here.
   */
  public void replaceRisks(
      ProjectKey project, String sprint, List<RiskText> old, List<RiskText> now) {
    OffsetDateTime at = now();
    int same = same(old, now);
    retire("risk", project, sprint, same, at);
    takeOver(
        "risk",
        "text",
        project,
        sprint,
        at,
        old.stream().map(RiskText::text).toList(),
        now.stream().map(RiskText::text).toList());
    template.batchUpdate(
        ADD_RISK,
        IntStream.range(same, now.size()).boxed().toList(),
        BATCH,
        (row, position) -> {
          row.setString(1, project.value());
          row.setString(2, sprint);
          row.setString(3, now.get(position).text());
          row.setString(4, Origin.DOCUMENT.name());
          row.setInt(5, position);
          row.setObject(6, at);
        });
  }

  /** Adds a row that somebody wrote here; returns its id. */
  public long addLog(
      ProjectKey project, String sprint, @Nullable LocalDate on, String text, String owner) {
    return jdbc.sql(
            """
            insert into log_entry (project, sprint, logged_on, text, owner, repeated, stranded,
                                   origin, position, entered_at)
            select :project, :sprint, cast(:on as date), :text, :owner, false, false, 'HAND',
                   coalesce(max(position) + 1, 0), :now
              from log_entry where project = :project and sprint = :sprint and origin = 'HAND'
            returning id
            """)
        .param("project", project.value())
        .param("sprint", sprint)
        .param("on", on, Types.DATE)
        .param("text", text)
        .param("owner", owner)
        .param("now", now())
        .query(Long.class)
        .single();
  }

  /** Adds a line that somebody wrote here; returns its id. */
  public long addRisk(ProjectKey project, String sprint, String text) {
    return jdbc.sql(
            """
            insert into risk (project, sprint, text, origin, position, entered_at)
            select :project, :sprint, :text, 'HAND', coalesce(max(position) + 1, 0), :now
              from risk where project = :project and sprint = :sprint and origin = 'HAND'
            returning id
            """)
        .param("project", project.value())
        .param("sprint", sprint)
        .param("text", text)
        .param("now", now())
        .query(Long.class)
        .single();
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** How many rows at the beginning are the same, to the letter. */
  private static String words(LogText row) {
    return (row.on() == null ? "" : row.on()) + "|" + row.text() + "|" + row.owner();
  }

  /** Lets lines that people wrote here go that the document now says itself. */
  private void takeOver(
      String table,
      String words,
      ProjectKey project,
      String sprint,
      OffsetDateTime at,
      List<String> before,
      List<String> now) {
    Map<Long, String> byHand = new LinkedHashMap<>();
    jdbc.sql(
            "select id, "
                + words
                + " as words from "
                + table
                + " where project = ? and sprint = ? and origin = 'HAND' and gone_at is null"
                + " order by position")
        .params(project.value(), sprint)
        .query((RowCallbackHandler) row -> byHand.put(row.getLong("id"), row.getString("words")));
    List<Long> taken = byHand.isEmpty() ? List.of() : TakenOver.of(before, now, byHand);
    template.batchUpdate(
        "update " + table + " set gone_at = greatest(?, entered_at) where id = ?",
        taken,
        BATCH,
        (row, id) -> {
          row.setObject(1, at);
          row.setLong(2, id);
        });
  }

  private static int same(List<?> old, List<?> now) {
    int same = 0;
    while (same < Math.min(old.size(), now.size()) && old.get(same).equals(now.get(same))) {
      same++;
    }
    return same;
  }

  private void retire(
      String table, ProjectKey project, String sprint, int from, OffsetDateTime at) {
    template.update(
        "update "
            + table
            + " set gone_at = greatest(?, entered_at) where project = ? and sprint = ?"
            + " and origin = 'DOCUMENT' and gone_at is null and position >= ?",
        at,
        project.value(),
        sprint,
        from);
  }
}
