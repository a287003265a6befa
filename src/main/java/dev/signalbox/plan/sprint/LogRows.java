package dev.signalbox.plan.sprint;

import dev.signalbox.plan.Origin;
import dev.signalbox.plan.PlanEdit.LogText;
import dev.signalbox.plan.PlanEdit.RiskText;
import dev.signalbox.plan.ProjectKey;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of execution logs and of risks; a document's are replaced as a whole. */
@Component
public class LogRows {

  private static final String ADD_LOG =
      """
      insert into log_entry (project, sprint, logged_on, text, owner, repeated, stranded, origin,
                             position)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_RISK =
      "insert into risk (project, sprint, text, origin, position) values (?, ?, ?, ?, ?)";
  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  LogRows(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /** The rows that a document brought, in its order. */
  public List<LogText> log(ProjectKey project, String sprint) {
    return jdbc.sql(
            """
            select logged_on as "on", text, owner, repeated, stranded from log_entry
             where project = :project and sprint = :sprint and origin = 'DOCUMENT'
             order by position
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
             order by position
            """)
        .param("project", project.value())
        .param("sprint", sprint)
        .query((row, i) -> new RiskText(row.getString("text")))
        .list();
  }

  /** Puts these in the place of what a document brought, and of what people wrote likewise here. */
  public void replaceLog(ProjectKey project, String sprint, List<LogText> log) {
    delete("log_entry", project, sprint);
    template.batchUpdate(
        """
        delete from log_entry
         where project = ? and sprint = ? and origin = 'HAND'
           and logged_on is not distinct from ? and text = ? and owner = ?
        """,
        log,
        BATCH,
        (row, entry) -> {
          row.setString(1, project.value());
          row.setString(2, sprint);
          row.setObject(3, entry.on(), Types.DATE);
          row.setString(4, entry.text());
          row.setString(5, entry.owner());
        });
    List<Integer> positions = IntStream.range(0, log.size()).boxed().toList();
    template.batchUpdate(
        ADD_LOG,
        positions,
        BATCH,
        (row, position) -> {
          LogText entry = log.get(position);
          row.setString(1, project.value());
          row.setString(2, sprint);
          row.setObject(3, entry.on(), Types.DATE);
          row.setString(4, entry.text());
          row.setString(5, entry.owner());
          row.setBoolean(6, entry.repeated());
          row.setBoolean(7, entry.stranded());
          row.setString(8, Origin.DOCUMENT.name());
          row.setInt(9, position);
        });
  }

  /** Puts these in the place of what a document brought, and of what people wrote likewise here. */
  public void replaceRisks(ProjectKey project, String sprint, List<RiskText> risks) {
    delete("risk", project, sprint);
    template.batchUpdate(
        "delete from risk where project = ? and sprint = ? and origin = 'HAND' and text = ?",
        risks,
        BATCH,
        (row, risk) -> {
          row.setString(1, project.value());
          row.setString(2, sprint);
          row.setString(3, risk.text());
        });
    List<Integer> positions = IntStream.range(0, risks.size()).boxed().toList();
    template.batchUpdate(
        ADD_RISK,
        positions,
        BATCH,
        (row, position) -> {
          row.setString(1, project.value());
          row.setString(2, sprint);
          row.setString(3, risks.get(position).text());
          row.setString(4, Origin.DOCUMENT.name());
          row.setInt(5, position);
        });
  }

  /** Adds a row that somebody wrote here; returns its id. */
  public long addLog(
      ProjectKey project, String sprint, @Nullable LocalDate on, String text, String owner) {
    return jdbc.sql(
            """
            insert into log_entry (project, sprint, logged_on, text, owner, repeated, stranded,
                                   origin, position)
            select :project, :sprint, cast(:on as date), :text, :owner, false, false, 'HAND',
                   coalesce(max(position) + 1, 0)
              from log_entry where project = :project and sprint = :sprint and origin = 'HAND'
            returning id
            """)
        .param("project", project.value())
        .param("sprint", sprint)
        .param("on", on, Types.DATE)
        .param("text", text)
        .param("owner", owner)
        .query(Long.class)
        .single();
  }

  /** Adds a line that somebody wrote here; returns its id. */
  public long addRisk(ProjectKey project, String sprint, String text) {
    return jdbc.sql(
            """
            insert into risk (project, sprint, text, origin, position)
            select :project, :sprint, :text, 'HAND', coalesce(max(position) + 1, 0)
              from risk where project = :project and sprint = :sprint and origin = 'HAND'
            returning id
            """)
        .param("project", project.value())
        .param("sprint", sprint)
        .param("text", text)
        .query(Long.class)
        .single();
  }

  private void delete(String table, ProjectKey project, String sprint) {
    template.update(
        "delete from " + table + " where project = ? and sprint = ? and origin = 'DOCUMENT'",
        project.value(),
        sprint);
  }
}
