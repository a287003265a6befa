package dev.signalbox.plan.sprint;

import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.ProjectKey;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of sprints and of what they depend on. */
@Component
public class SprintRows {

  private final JdbcClient jdbc;

  public SprintRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<SprintRow> find(ProjectKey project, String key) {
    List<Waiver> edges = edges(project, key);
    List<String> names = edges.stream().map(Waiver::name).toList();
    List<String> waived = edges.stream().filter(Waiver::holds).map(Waiver::name).toList();
    return jdbc.sql(
            """
            select title, section, summary, version, archived_at from sprint
             where project = :project and key = :key
            """)
        .param("project", project.value())
        .param("key", key)
        .query(
            (row, i) ->
                new SprintRow(
                    new SprintText(
                        key,
                        row.getString("title"),
                        row.getString("section"),
                        row.getString("summary"),
                        names),
                    row.getLong("version"),
                    row.getObject("archived_at") != null,
                    waived))
        .optional();
  }

  /** Keys of tasks of the sprint that are in plan and not ended, in their order. */
  public List<String> openTasks(ProjectKey project, String key) {
    return jdbc.sql(
            """
            select key from task
             where project = :project and sprint = :key and absent_since is null
               and state not in ('DONE', 'CANCELLED')
             order by position, id
            """)
        .param("project", project.value())
        .param("key", key)
        .query(String.class)
        .list();
  }

  /** Takes the sprint out of the views; null brings it back. */
  public void archive(ProjectKey project, String key, @Nullable String by, Instant now) {
    jdbc.sql(
            """
            update sprint set archived_at = :at, archived_by = :by, version = version + 1
             where project = :project and key = :key
            """)
        .param(
            "at", by == null ? null : now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("by", by, Types.VARCHAR)
        .param("project", project.value())
        .param("key", key)
        .update();
  }

  /** Says why the sprint need not wait for that name; without a reason it waits again. */
  public void waive(
      ProjectKey project,
      String key,
      String name,
      @Nullable String reason,
      String by,
      Instant now) {
    jdbc.sql(
            """
            update sprint_dependency set waived_at = :at, waived_by = :by, waiver = :reason
             where project = :project and sprint = :key and name = :name
            """)
        .param(
            "at",
            reason == null ? null : now.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("by", reason == null ? null : by, Types.VARCHAR)
        .param("reason", reason, Types.VARCHAR)
        .param("project", project.value())
        .param("key", key)
        .param("name", name)
        .update();
    jdbc.sql("update sprint set version = version + 1 where project = :project and key = :key")
        .param("project", project.value())
        .param("key", key)
        .update();
  }

  /** Adds the sprint behind the others. */
  public void add(ProjectKey project, SprintText sprint) {
    jdbc.sql(
            """
            insert into sprint (project, key, title, section, summary, position)
            select :project, :key, :title, :section, :summary, coalesce(max(position) + 1, 0)
              from sprint where project = :project
            """)
        .param("project", project.value())
        .param("key", sprint.key())
        .param("title", sprint.title())
        .param("section", sprint.section())
        .param("summary", sprint.summary())
        .update();
    addDependencies(project, sprint, List.of());
  }

  /** Replaces the sprint's own lines and moves its version on; waivers stay with their names. */
  public void replace(ProjectKey project, SprintText sprint) {
    List<Waiver> old = edges(project, sprint.key());
    jdbc.sql(
            """
            update sprint set title = :title, section = :section, summary = :summary,
                   version = version + 1
             where project = :project and key = :key
            """)
        .param("project", project.value())
        .param("key", sprint.key())
        .param("title", sprint.title())
        .param("section", sprint.section())
        .param("summary", sprint.summary())
        .update();
    jdbc.sql("delete from sprint_dependency where project = :project and sprint = :key")
        .param("project", project.value())
        .param("key", sprint.key())
        .update();
    addDependencies(project, sprint, old);
  }

  /** An edge to a name, with the waiver if there is one. */
  private record Waiver(
      String name, @Nullable OffsetDateTime at, @Nullable String by, @Nullable String reason) {

    boolean holds() {
      return at != null;
    }
  }

  private List<Waiver> edges(ProjectKey project, String key) {
    return jdbc.sql(
            """
            select name, waived_at, waived_by, waiver from sprint_dependency
             where project = :project and sprint = :key order by position
            """)
        .param("project", project.value())
        .param("key", key)
        .query(
            (row, i) ->
                new Waiver(
                    row.getString("name"),
                    row.getObject("waived_at", OffsetDateTime.class),
                    row.getString("waived_by"),
                    row.getString("waiver")))
        .list();
  }

  private void addDependencies(ProjectKey project, SprintText sprint, List<Waiver> old) {
    Map<String, Waiver> waivers = new HashMap<>();
    old.forEach(edge -> waivers.put(edge.name(), edge));
    int position = 0;
    for (String name : sprint.dependsOn()) {
      Waiver waiver = waivers.getOrDefault(name, new Waiver(name, null, null, null));
      jdbc.sql(
              """
              insert into sprint_dependency
                (project, sprint, name, position, waived_at, waived_by, waiver)
              values (:project, :sprint, :name, :position, :at, :by, :reason)
              """)
          .param("project", project.value())
          .param("sprint", sprint.key())
          .param("name", name)
          .param("position", position++)
          .param("at", waiver.at(), Types.TIMESTAMP_WITH_TIMEZONE)
          .param("by", waiver.by(), Types.VARCHAR)
          .param("reason", waiver.reason(), Types.VARCHAR)
          .update();
    }
  }
}
