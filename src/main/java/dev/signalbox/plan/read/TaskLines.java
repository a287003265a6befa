package dev.signalbox.plan.read;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskLine;
import dev.signalbox.plan.TaskQuery;
import dev.signalbox.plan.TaskSort;
import dev.signalbox.plan.TaskState;
import dev.signalbox.wire.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists tasks; texts only ever come in as parameters. */
@Component
public class TaskLines {

  private static final String SELECT =
      """
      select t.key, t.sprint, t.state, t.state_date, t.text, t.owners, t.source, t.version,
             t.changed_at, t.absent_since,
             (select count(*) from dependency d where d.task_id = t.id) as dependencies,
             (select count(*) from blocker b where b.task_id = t.id and b.resolved_at is null)
               as blockers
        from task t join sprint s on s.project = t.project and s.key = t.sprint
       where t.project = :project
      """;

  private final JdbcClient jdbc;

  TaskLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One page of the tasks that the query asks for. */
  public Page<TaskLine> find(ProjectKey project, TaskQuery query) {
    String list = "tasks/" + project + "/" + query.sort();
    String after = Pages.after(list, query.cursor());
    StringBuilder sql = new StringBuilder(SELECT);
    if (!query.states().isEmpty()) {
      sql.append(" and t.state in (:states)");
    }
    if (query.owner() != null) {
      sql.append(" and t.owners @> array[:owner]::text[]");
    }
    if (query.sprint() != null) {
      sql.append(" and t.sprint = :sprint");
    }
    if (query.words() != null) {
      sql.append(" and strpos(lower(t.key || ' ' || t.text), lower(:words)) > 0");
    }
    if (!after.isEmpty()) {
      sql.append(" and ").append(behind(query.sort()));
    }
    sql.append(" order by ").append(order(query.sort())).append(" limit :limit");
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql.toString())
            .param("project", project.value())
            .param("states", query.states().stream().map(TaskState::name).toList())
            .param("owner", query.owner())
            .param("sprint", query.sprint() == null ? null : query.sprint().value())
            .param("words", query.words())
            .param("after", after)
            .param("limit", query.limit() + 1);
    List<TaskLine> found = statement.query((row, i) -> line(row)).list();
    return Pages.of(list, found, query.limit(), TaskLine::key);
  }

  private static String order(TaskSort sort) {
    return switch (sort) {
      case PLAN -> "s.position, s.id, t.position, t.id";
      case KEY -> "t.key collate \"C\"";
      case CHANGED -> "t.changed_at desc, t.id desc";
    };
  }

  private static String behind(TaskSort sort) {
    return switch (sort) {
      case PLAN ->
          "(s.position, s.id, t.position, t.id) > " + at("s.position, s.id, t.position, t.id");
      case KEY -> "t.key collate \"C\" > :after";
      case CHANGED -> "(t.changed_at, t.id) < " + at("t.changed_at, t.id");
    };
  }

  /** The place of the last task of the page before, wherever it is by now. */
  private static String at(String columns) {
    return "(select "
        + columns
        + " from task t join sprint s on s.project = t.project and s.key = t.sprint"
        + " where t.project = :project and t.key = :after)";
  }

  private static TaskLine line(ResultSet row) throws SQLException {
    return new TaskLine(
        row.getString("key"),
        row.getString("sprint"),
        TaskState.valueOf(row.getString("state")),
        row.getObject("state_date", LocalDate.class),
        row.getString("text"),
        Columns.strings(row, "owners"),
        row.getString("source"),
        row.getInt("dependencies"),
        row.getInt("blockers"),
        Columns.instantOrNull(row, "absent_since"),
        row.getLong("version"),
        Columns.instant(row, "changed_at"));
  }
}
