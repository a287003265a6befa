package dev.signalbox.plan.read;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a whole plan in one statement, so that all of it is of one version under any isolation.
 * Rows come in kinds and in no order; {@link SnapshotRows} puts them in the plan's. Nothing is
 * sorted or joined to an aggregate here: a sort of everything took most of the time, and on old
 * statistics such a join computed the aggregate anew for each task.
 */
@Component
public class SnapshotReader {

  /** By kind: the project, holding blockers, tasks, externals, sprints, waived names, edges. */
  private static final String ROWS =
      """
      select 0, p.key, null::text, null::text, null::text, null::date, null::text[],
             p.plan_version, null::text, null::text, false, 0::bigint, 0, null::smallint,
             null::bytea, null::bytea
        from project p where p.key = :project
      union all
      select 1, b.task, b.reason, b.standing, b.class, b.since, null,
             0, b.awaits, null, false, b.id, 0, b.sureness, null, null
        from blocker b join task t on t.id = b.task_id
       where t.project = :project and b.resolved_at is null %1$s
      union all
      select 2, t.key, t.text, t.sprint, t.state, t.state_date, t.owners,
             t.version, %2$s, null, t.absent_since is not null, t.id, t.position, null, null, null
        from task t where t.project = :project %1$s
      union all
      select 3, e.key, e.text, e.closed_by, e.kind, e.expected_on, null,
             0, null, e.owner, e.closed_at is not null, e.id, 0, null, null, null
        from external_item e
       where e.project = :project %3$s
         and not exists (select from task t where t.project = e.project and t.key = e.key)
      union all
      select 4, s.key, s.title, s.section, null, null,
             array(select d.name from sprint_dependency d where d.project = s.project
                    and d.sprint = s.key order by d.position),
             0, null, null, s.archived_at is not null, s.id, s.position, null, null, null
        from sprint s where s.project = :project %4$s
      union all
      select 5, d.sprint, d.name, null, null, null, null,
             0, null, null, true, 0, 0, null, null, null
        from sprint_dependency d where d.project = :project and d.waived_at is not null %4$s
      union all
      select 6, null, string_agg(d.target, E'\\n'), null, null, null, null,
             0, null, null, false, 0, 0, null,
             string_agg(int8send(d.task_id), ''), string_agg(int8send(d.id), '')
        from dependency d join task t on t.id = d.task_id
       where t.project = :project %1$s
       group by d.task_id / %5$d
      """;

  private static final String ALL = ROWS.formatted("", "null::text", "", "", EdgeRows.BLOCK);

  private static final String BEFORE =
      """
      (select o.key from task o
        where o.project = t.project and o.sprint = t.sprint
          and (o.position, o.id) < (t.position, t.id)
        order by o.position desc, o.id desc limit 1)
      """;

  private static final String SOME =
      ROWS.formatted(
          "and t.key = any(:tasks)",
          BEFORE,
          "and e.key = any(:externals)",
          "and :sprints",
          EdgeRows.BLOCK);

  private final JdbcClient jdbc;

  SnapshotReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The plan now; an external item that a task of the same key stands for is left out. */
  public PlanSnapshot read(ProjectKey project) {
    SnapshotRows rows = new SnapshotRows();
    jdbc.sql(ALL).param("project", project.value()).query(rows::add);
    if (rows.version() < 0) {
      throw new NoSuchElementException("no project " + project);
    }
    return new PlanSnapshot(
        project,
        rows.version(),
        rows.sprints(),
        rows.tasks().stream().map(SnapshotRows.Placed::task).toList(),
        rows.externals());
  }

  /**
   * Some tasks and external items, and the sprints if they are asked for, by the same statement.
   */
  SnapshotRows read(ProjectKey project, Set<String> tasks, Set<String> externals, boolean sprints) {
    SnapshotRows rows = new SnapshotRows();
    jdbc.sql(SOME)
        .param("project", project.value())
        .param("tasks", tasks.toArray(String[]::new))
        .param("externals", externals.toArray(String[]::new))
        .param("sprints", sprints)
        .query(rows::add);
    return rows;
  }
}
