package dev.signalbox.plan.sprint;

import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.ProjectKey;
import java.util.List;
import java.util.Optional;
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
    List<String> dependsOn =
        jdbc.sql(
                """
                select name from sprint_dependency
                 where project = :project and sprint = :key order by position
                """)
            .param("project", project.value())
            .param("key", key)
            .query(String.class)
            .list();
    return jdbc.sql(
            """
            select title, section, summary, version from sprint
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
                        dependsOn),
                    row.getLong("version")))
        .optional();
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
    addDependencies(project, sprint);
  }

  /** Replaces the sprint's own lines and moves its version on by one. */
  public void replace(ProjectKey project, SprintText sprint) {
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
    addDependencies(project, sprint);
  }

  private void addDependencies(ProjectKey project, SprintText sprint) {
    int position = 0;
    for (String name : sprint.dependsOn()) {
      jdbc.sql(
              """
              insert into sprint_dependency (project, sprint, name, position)
              values (:project, :sprint, :name, :position)
              """)
          .param("project", project.value())
          .param("sprint", sprint.key())
          .param("name", name)
          .param("position", position++)
          .update();
    }
  }
}
