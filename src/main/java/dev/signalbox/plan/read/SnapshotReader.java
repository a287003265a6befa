package dev.signalbox.plan.read;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a whole plan in one statement, so that all of it is of one version under any isolation.
 * Rows come in kinds, in this order: the project, holding blockers, tasks, externals, sprints, and
 * which of their dependencies are waived.
 */
@Component
public class SnapshotReader {

  private static final String ROWS =
      """
      select 0 as kind, p.plan_version, p.key, null::text as text, null::text as sprint,
             null::text as state, null::date as day, null::text[] as owners,
             null::text[] as targets, null::bigint as number, null::text as awaits,
             null::text as owner, false as closed, 0 as sprint_position, 0 as position,
             0::bigint as id, null::text as standing, null::smallint as sureness
        from project p where p.key = :project
      union all
      select 1, 0, b.task, b.reason, null, b.class, b.since, null, null, b.id, b.awaits, null,
             false, 0, 0, b.id, b.standing, b.sureness
        from blocker b join task t on t.id = b.task_id
       where t.project = :project and b.resolved_at is null %1$s
      union all
      select 2, 0, t.key, t.text, t.sprint, t.state, t.state_date, t.owners, d.targets, t.version,
             %2$s, null, t.absent_since is not null, s.position, t.position, t.id, null, null
        from task t
        join sprint s on s.project = t.project and s.key = t.sprint
        left join (select d.task_id, array_agg(d.target order by d.id) as targets
                     from dependency d join task t on t.id = d.task_id
                    where t.project = :project %1$s group by d.task_id) d on d.task_id = t.id
       where t.project = :project %1$s
      union all
      select 3, 0, e.key, e.text, e.closed_by, e.kind, e.expected_on, null, null, null, null, e.owner,
             e.closed_at is not null, 0, 0, e.id, null, null
        from external_item e
       where e.project = :project %3$s
         and not exists (select from task t where t.project = e.project and t.key = e.key)
      union all
      select 4, 0, s.key, s.title, s.section, null, null, null,
             array(select d.name from sprint_dependency d where d.project = s.project
                    and d.sprint = s.key order by d.position), null, null, null,
             s.archived_at is not null, s.position, 0, s.id, null, null
        from sprint s where s.project = :project %4$s
      union all
      select 5, 0, d.sprint, d.name, null, null, null, null, null, null, null, null,
             true, 0, d.position, 0, null, null
        from sprint_dependency d where d.project = :project and d.waived_at is not null %4$s
       order by kind, sprint_position, position, id
      """;

  private static final String ALL = ROWS.formatted("", "null::text", "", "");

  private static final String BEFORE =
      """
      (select o.key from task o
        where o.project = t.project and o.sprint = t.sprint
          and (o.position, o.id) < (t.position, t.id)
        order by o.position desc, o.id desc limit 1)
      """;

  private static final String SOME =
      ROWS.formatted(
          "and t.key = any(:tasks)", BEFORE, "and e.key = any(:externals)", "and :sprints");

  private final JdbcClient jdbc;

  SnapshotReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The plan now; an external item that a task of the same key stands for is left out. */
  public PlanSnapshot read(ProjectKey project) {
    SnapshotRows rows = new SnapshotRows();
    jdbc.sql(ALL).param("project", project.value()).query(rows::add);
    if (rows.version < 0) {
      throw new NoSuchElementException("no project " + project);
    }
    return new PlanSnapshot(
        project,
        rows.version,
        rows.sprints(),
        List.copyOf(rows.tasks),
        List.copyOf(rows.externals));
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
