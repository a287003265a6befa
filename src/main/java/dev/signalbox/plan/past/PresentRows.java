package dev.signalbox.plan.past;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.read.SnapshotReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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

  PresentRows(JdbcClient jdbc, SnapshotReader snapshots) {
    this.jdbc = jdbc;
    this.snapshots = snapshots;
  }

  PastPlan read(ProjectKey project) {
    PlanSnapshot now = snapshots.read(project);
    return new PastPlan(
        project,
        now.sprints().stream().map(PresentRows::sprint).toList(),
        tasks(project, now.tasks()),
        externals(project),
        blockers(project));
  }

  private static PastSprint sprint(PlanSnapshot.Sprint sprint) {
    return new PastSprint(
        sprint.key(),
        sprint.title(),
        sprint.section(),
        sprint.archived(),
        sprint.dependsOn().stream().map(PlanSnapshot.SprintEdge::name).toList(),
        sprint.dependsOn().stream()
            .filter(PlanSnapshot.SprintEdge::waived)
            .map(PlanSnapshot.SprintEdge::name)
            .toList());
  }

  private record Place(long id, int position) {}

  private List<PastTask> tasks(ProjectKey project, List<PlanSnapshot.Task> now) {
    Map<String, Place> places = new HashMap<>();
    jdbc.sql("select key, id, position from task where project = :project")
        .param("project", project.value())
        .query(
            row -> {
              places.put(
                  row.getString("key"), new Place(row.getLong("id"), row.getInt("position")));
            });
    List<PastTask> tasks = new ArrayList<>(now.size());
    for (PlanSnapshot.Task task : now) {
      Place place = places.get(task.key().value());
      if (place == null) {
        throw new IllegalStateException("the plan of " + project + " did not stand still");
      }
      tasks.add(new PastTask(place.id(), place.position(), task));
    }
    return tasks;
  }

  private List<PastExternal> externals(ProjectKey project) {
    return jdbc.sql("select * from external_item where project = :project order by id")
        .param("project", project.value())
        .query(
            (row, i) ->
                new PastExternal(
                    new PlanSnapshot.External(
                        row.getString("key"),
                        ExternalKind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        row.getString("owner"),
                        row.getObject("expected_on", LocalDate.class),
                        row.getObject("closed_at") != null,
                        row.getString("closed_by"))))
        .list();
  }

  private List<PastBlocker> blockers(ProjectKey project) {
    return jdbc.sql(
            """
            select b.* from blocker b join task t on t.id = b.task_id
             where t.project = :project order by b.id
            """)
        .param("project", project.value())
        .query(
            (row, i) ->
                new PastBlocker(
                    row.getLong("task_id"),
                    row.getLong("id"),
                    BlockerClass.valueOf(row.getString("class")),
                    row.getString("reason"),
                    row.getString("awaits"),
                    row.getObject("since", LocalDate.class),
                    row.getObject("sureness", Integer.class),
                    Standing.valueOf(row.getString("standing")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    instant(row, "confirmed_at"),
                    instant(row, "resolved_at")))
        .list();
  }

  private static @Nullable Instant instant(ResultSet row, String name) throws SQLException {
    OffsetDateTime at = row.getObject(name, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
