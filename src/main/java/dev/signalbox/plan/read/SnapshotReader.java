package dev.signalbox.plan.read;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a whole plan in one statement, so that all of it is of one version under any isolation.
 * Rows come in kinds, in this order: the project, holding blockers, tasks, externals, sprints, and
 * which of their dependencies are waived.
 */
@Component
public class SnapshotReader {

  private static final String SQL =
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
       where t.project = :project and b.resolved_at is null
      union all
      select 2, 0, t.key, t.text, t.sprint, t.state, t.state_date, t.owners, d.targets, t.version,
             null, null, t.absent_since is not null, s.position, t.position, t.id, null, null
        from task t
        join sprint s on s.project = t.project and s.key = t.sprint
        left join (select d.task_id, array_agg(d.target order by d.id) as targets
                     from dependency d join task t on t.id = d.task_id
                    where t.project = :project group by d.task_id) d on d.task_id = t.id
       where t.project = :project
      union all
      select 3, 0, e.key, e.text, e.closed_by, e.kind, e.expected_on, null, null, null, null, e.owner,
             e.closed_at is not null, 0, 0, e.id, null, null
        from external_item e
       where e.project = :project
         and not exists (select from task t where t.project = e.project and t.key = e.key)
      union all
      select 4, 0, s.key, s.title, s.section, null, null, null,
             array(select d.name from sprint_dependency d where d.project = s.project
                    and d.sprint = s.key order by d.position), null, null, null,
             s.archived_at is not null, s.position, 0, s.id, null, null
        from sprint s where s.project = :project
      union all
      select 5, 0, d.sprint, d.name, null, null, null, null, null, null, null, null,
             true, 0, d.position, 0, null, null
        from sprint_dependency d where d.project = :project and d.waived_at is not null
       order by kind, sprint_position, position, id
      """;

  private final JdbcClient jdbc;

  SnapshotReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The plan now; an external item that a task of the same key stands for is left out. */
  public PlanSnapshot read(ProjectKey project) {
    Collector rows = new Collector();
    jdbc.sql(SQL).param("project", project.value()).query(rows::add);
    if (rows.version < 0) {
      throw new NoSuchElementException("no project " + project);
    }
    return new PlanSnapshot(
        project,
        rows.version,
        SprintNames.resolve(rows.sprints, rows.waived),
        List.copyOf(rows.tasks),
        List.copyOf(rows.externals));
  }

  private static final class Collector {
    private long version = -1;
    private final Map<String, List<PlanSnapshot.Blocker>> blockers = new HashMap<>();
    private final List<PlanSnapshot.Task> tasks = new ArrayList<>();
    private final List<PlanSnapshot.External> externals = new ArrayList<>();
    private final List<SprintNames.Named> sprints = new ArrayList<>();
    private final Map<String, Set<String>> waived = new HashMap<>();

    void add(ResultSet row) throws SQLException {
      String key = row.getString("key");
      switch (row.getInt("kind")) {
        case 0 -> version = row.getLong("plan_version");
        case 1 -> blockers.computeIfAbsent(key, k -> new ArrayList<>()).add(blocker(row));
        case 2 -> tasks.add(task(key, row));
        case 3 -> externals.add(external(key, row));
        case 4 -> sprints.add(sprint(key, row));
        default -> waived.computeIfAbsent(key, k -> new HashSet<>()).add(row.getString("text"));
      }
    }

    private PlanSnapshot.Task task(String key, ResultSet row) throws SQLException {
      return new PlanSnapshot.Task(
          new TaskKey(key),
          row.getString("text"),
          row.getString("sprint"),
          TaskState.valueOf(row.getString("state")),
          day(row),
          strings(row.getArray("owners")),
          strings(row.getArray("targets")),
          List.copyOf(blockers.getOrDefault(key, List.of())),
          row.getBoolean("closed"),
          row.getLong("number"));
    }

    private static PlanSnapshot.Blocker blocker(ResultSet row) throws SQLException {
      return new PlanSnapshot.Blocker(
          row.getLong("number"),
          BlockerClass.valueOf(row.getString("state")),
          row.getString("text"),
          row.getString("awaits"),
          day(row),
          Standing.valueOf(row.getString("standing")),
          row.getObject("sureness", Integer.class));
    }

    private static SprintNames.Named sprint(String key, ResultSet row) throws SQLException {
      return new SprintNames.Named(
          key,
          row.getString("text"),
          row.getString("sprint"),
          row.getBoolean("closed"),
          strings(row.getArray("targets")));
    }

    private static PlanSnapshot.External external(String key, ResultSet row) throws SQLException {
      return new PlanSnapshot.External(
          key,
          ExternalKind.valueOf(row.getString("state")),
          row.getString("text"),
          row.getString("owner"),
          day(row),
          row.getBoolean("closed"),
          row.getString("sprint"));
    }

    private static @Nullable LocalDate day(ResultSet row) throws SQLException {
      return row.getObject("day", LocalDate.class);
    }

    private static List<String> strings(@Nullable Array array) throws SQLException {
      return array == null ? List.of() : List.of((String[]) array.getArray());
    }
  }
}
