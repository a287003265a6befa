package dev.signalbox.plan.past;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.read.SnapshotReader;
import dev.signalbox.plan.read.SprintPages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the present, from which the way back begins: also what a snapshot leaves out. */
@Component
class PresentRows {

  private final JdbcClient jdbc;
  private final SnapshotReader snapshots;
  private final SprintPages sprints;

  PresentRows(JdbcClient jdbc, SnapshotReader snapshots, SprintPages sprints) {
    this.jdbc = jdbc;
    this.snapshots = snapshots;
    this.sprints = sprints;
  }

  PastPlan read(ProjectKey project) {
    PlanSnapshot now = snapshots.read(project);
    return new PastPlan(
        project,
        sprints.all(project).stream().map(PastSprint::new).toList(),
        tasks(project, now.tasks()),
        externals(project),
        blockers(project));
  }

  private List<PastTask> tasks(ProjectKey project, List<PlanSnapshot.Task> now) {
    Map<String, PastTask.Row> rows = new HashMap<>();
    jdbc.sql(
            """
            select key, id, position, source, closing_note, absent_since, changed_at
              from task where project = :project
            """)
        .param("project", project.value())
        .query(
            row -> {
              rows.put(row.getString("key"), task(row));
            });
    List<PastTask> tasks = new ArrayList<>(now.size());
    for (PlanSnapshot.Task task : now) {
      PastTask.Row row = rows.get(task.key().value());
      if (row == null) {
        throw new IllegalStateException("the plan of " + project + " did not stand still");
      }
      tasks.add(new PastTask(row, task));
    }
    return tasks;
  }

  private static PastTask.Row task(ResultSet row) throws SQLException {
    return new PastTask.Row(
        row.getLong("id"),
        row.getInt("position"),
        row.getString("source"),
        row.getString("closing_note"),
        instant(row, "absent_since"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private List<PastExternal> externals(ProjectKey project) {
    return jdbc.sql("select * from external_item where project = :project order by id")
        .param("project", project.value())
        .query((row, i) -> new PastExternal(row))
        .list();
  }

  private List<PastBlocker> blockers(ProjectKey project) {
    return jdbc.sql(
            """
            select b.* from blocker b join task t on t.id = b.task_id
             where t.project = :project order by b.id
            """)
        .param("project", project.value())
        .query((row, i) -> PastBlocker.of(row))
        .list();
  }

  static @Nullable Instant instant(ResultSet row, String name) throws SQLException {
    OffsetDateTime at = row.getObject(name, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
