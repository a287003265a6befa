package dev.signalbox.plan.read;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.BlockerView;
import dev.signalbox.plan.DependencyView;
import dev.signalbox.plan.Origin;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.plan.TaskView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one task with all that belongs to it; each kind of row in one statement. */
@Component
public class TaskDetails {

  /** Most links, blockers and mentions of one task. */
  public static final int SHOWN = 200;

  private static final String TASK =
      """
      select o.* from (
        select t.*, s.title as sprint_title,
               row_number() over (partition by s.id order by t.position, t.id) as place,
               lag(t.key) over w as previous, lead(t.key) over w as next
          from task t join sprint s on s.project = t.project and s.key = t.sprint
         where t.project = :project
        window w as (order by s.position, s.id, t.position, t.id)) o
       where o.key = :key
      """;
  private static final String DEPENDENCIES =
      """
      select d.target as key, d.origin, coalesce(t.text, e.text) as text,
             case when t.id is not null then 'TASK' when e.id is not null then 'EXTERNAL'
                  else 'UNKNOWN' end as kind,
             case when t.id is not null then t.state when e.closed_at is not null then 'CLOSED'
                  when e.id is not null then 'OPEN' end as state
        from dependency d
        left join task t on t.project = :project and t.key = d.target
        left join external_item e on e.project = :project and e.key = d.target
       where d.task_id = :id order by d.id
      """;
  private static final String DEPENDENTS =
      """
      select t.key, d.origin, t.text, 'TASK' as kind, t.state
        from dependency d join task t on t.id = d.task_id
        join sprint s on s.project = t.project and s.key = t.sprint
       where t.project = :project and d.target = :key
       order by s.position, s.id, t.position, t.id limit :limit
      """;
  private static final String BLOCKERS =
      """
      select * from blocker where task_id = :id
       order by resolved_at is not null, id desc limit :limit
      """;
  private final JdbcClient jdbc;
  private final LogPages logs;
  private final Clock clock;

  TaskDetails(JdbcClient jdbc, LogPages logs, Clock clock) {
    this.jdbc = jdbc;
    this.logs = logs;
    this.clock = clock;
  }

  public Optional<TaskView> find(ProjectKey project, TaskKey key) {
    return jdbc.sql(TASK)
        .param("project", project.value())
        .param("key", key.value())
        .query((row, i) -> task(project, key.value(), row))
        .optional();
  }

  private TaskView task(ProjectKey project, String key, ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new TaskView(
        key,
        row.getString("sprint"),
        row.getString("sprint_title"),
        TaskState.valueOf(row.getString("state")),
        row.getObject("state_date", LocalDate.class),
        row.getString("closing_note"),
        row.getString("text"),
        Columns.strings(row, "owners"),
        row.getString("source"),
        row.getInt("place"),
        Columns.instantOrNull(row, "absent_since"),
        row.getString("previous"),
        row.getString("next"),
        links(DEPENDENCIES, project, key, id),
        links(DEPENDENTS, project, key, id),
        blockers(id),
        logs.mentions(project, key, null),
        row.getLong("version"),
        Columns.instant(row, "changed_at"));
  }

  private List<DependencyView> links(String sql, ProjectKey project, String key, long id) {
    return jdbc.sql(sql)
        .param("project", project.value())
        .param("key", key)
        .param("id", id)
        .param("limit", SHOWN)
        .query(
            (row, i) ->
                new DependencyView(
                    row.getString("key"),
                    DependencyView.Kind.valueOf(row.getString("kind")),
                    Origin.valueOf(row.getString("origin")),
                    row.getString("text"),
                    row.getString("state")))
        .list();
  }

  private List<BlockerView> blockers(long id) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return jdbc.sql(BLOCKERS)
        .param("id", id)
        .param("limit", SHOWN)
        .query((row, i) -> blocker(row, today))
        .list();
  }

  private static BlockerView blocker(ResultSet row, LocalDate today) throws SQLException {
    LocalDate since = row.getObject("since", LocalDate.class);
    Instant resolvedAt = Columns.instantOrNull(row, "resolved_at");
    LocalDate end = resolvedAt == null ? today : LocalDate.ofInstant(resolvedAt, ZoneOffset.UTC);
    return new BlockerView(
        row.getLong("id"),
        BlockerClass.valueOf(row.getString("class")),
        row.getString("reason"),
        row.getString("awaits"),
        since,
        BlockerView.age(since, end),
        Origin.valueOf(row.getString("origin")),
        Columns.instant(row, "created_at"),
        Standing.valueOf(row.getString("standing")),
        row.getObject("sureness", Integer.class),
        Columns.instantOrNull(row, "decided_at"),
        row.getString("decided_by"),
        resolvedAt,
        row.getString("resolved_by"),
        row.getString("resolution"));
  }
}
