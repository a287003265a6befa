package dev.signalbox.graph;

import dev.signalbox.plan.ProjectKey;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a task holds, and what is blocked, as the database finds them by {@code WITH RECURSIVE}, for
 * comparison. Says what the graph says of plans whose sprints wait for no other, whose blockers
 * await no key, and that have no circles.
 */
final class RecursiveSql {

  private static final String HELD =
      """
      with recursive held (key) as (
        select key from task where project = :project and key = :key and state <> 'DONE'
        union
        select t.key from held h
          join dependency d on d.target = h.key
          join task t on t.id = d.task_id
         where t.project = :project and t.state not in ('DONE', 'CANCELLED')
      )
      select key from held where key <> :key
      """;

  /** Begins with the tasks that something holds which is no open task. */
  private static final String BLOCKED =
      """
      with recursive blocked (key) as (
        select t.key from task t
         where t.project = :project and t.state not in ('DONE', 'CANCELLED')
           and (exists (select from blocker b where b.task_id = t.id and b.resolved_at is null)
             or (t.state = 'BLOCKED'
               and not exists (select from dependency d where d.task_id = t.id))
             or exists (
               select from dependency d
                 left join task o on o.project = :project and o.key = d.target
                 left join external_item e on e.project = :project and e.key = d.target
                where d.task_id = t.id
                  and (o.state = 'CANCELLED' or (o.id is null and e.closed_at is null))))
        union
        select t.key from blocked b
          join dependency d on d.target = b.key
          join task t on t.id = d.task_id
         where t.project = :project and t.state not in ('DONE', 'CANCELLED')
      )
      select key from blocked
      """;

  private final JdbcClient jdbc;
  private final ProjectKey project;

  RecursiveSql(JdbcClient jdbc, ProjectKey project) {
    this.jdbc = jdbc;
    this.project = project;
  }

  /** Keys of the open tasks that this one holds, directly or through others, in no order. */
  List<String> heldBy(String key) {
    return jdbc.sql(HELD)
        .param("project", project.value())
        .param("key", key)
        .query(String.class)
        .list();
  }

  /** Keys of all blocked tasks, in no order. */
  List<String> blocked() {
    return jdbc.sql(BLOCKED).param("project", project.value()).query(String.class).list();
  }
}
