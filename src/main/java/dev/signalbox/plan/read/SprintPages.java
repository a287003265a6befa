package dev.signalbox.plan.read;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.SprintView;
import dev.signalbox.plan.SprintView.Dependency;
import dev.signalbox.plan.TaskState;
import dev.signalbox.wire.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads sprints with their counts, their log and their risks. */
@Component
public class SprintPages {

  private static final String SPRINTS =
      """
      select s.key, s.title, s.section, s.summary, s.version, s.archived_at,
             coalesce((select array_agg(d.name order by d.position) from sprint_dependency d
                        where d.project = s.project and d.sprint = s.key), '{}') as depends_on,
             count(t.id) filter (where t.state = 'TODO') as todo,
             count(t.id) filter (where t.state = 'DOING') as doing,
             count(t.id) filter (where t.state = 'BLOCKED') as blocked,
             count(t.id) filter (where t.state = 'DONE') as done,
             count(t.id) filter (where t.state = 'CANCELLED') as cancelled
        from sprint s left join task t on t.project = s.project and t.sprint = s.key
       where s.project = :project
      """;
  private static final String BEHIND =
      """
       and (:archived or s.archived_at is null) and (:after = '' or (s.position, s.id) >
            (select position, id from sprint where project = :project and key = :after))
       group by s.id order by s.position, s.id limit :limit
      """;
  private final JdbcClient jdbc;
  private final SprintEdges edges;

  SprintPages(JdbcClient jdbc, SprintEdges edges) {
    this.jdbc = jdbc;
    this.edges = edges;
  }

  /**
   * Sprints in the order in which they came.
   *
   * @param archived whether archived ones are among them
   */
  public Page<SprintView> sprints(
      ProjectKey project, boolean archived, @Nullable String cursor, int limit) {
    String list = "sprints/" + project;
    Map<String, List<Dependency>> named = edges.of(project);
    List<SprintView> found =
        jdbc.sql(SPRINTS + BEHIND)
            .param("project", project.value())
            .param("archived", archived)
            .param("after", Pages.after(list, cursor))
            .param("limit", limit + 1)
            .query((row, i) -> sprint(row, named))
            .list();
    return Pages.of(list, found, limit, SprintView::key);
  }

  /** All sprints, archived ones too, in the order in which they came. */
  public List<SprintView> all(ProjectKey project) {
    Map<String, List<Dependency>> named = edges.of(project);
    return jdbc.sql(SPRINTS + " group by s.id order by s.position, s.id")
        .param("project", project.value())
        .query((row, i) -> sprint(row, named))
        .list();
  }

  public Optional<SprintView> sprint(ProjectKey project, SprintKey key) {
    Map<String, List<Dependency>> named = edges.of(project);
    return jdbc.sql(SPRINTS + " and s.key = :key group by s.id")
        .param("project", project.value())
        .param("key", key.value())
        .query((row, i) -> sprint(row, named))
        .optional();
  }

  private static SprintView sprint(ResultSet row, Map<String, List<Dependency>> named)
      throws SQLException {
    String key = row.getString("key");
    Map<TaskState, Long> counts = new EnumMap<>(TaskState.class);
    counts.put(TaskState.TODO, row.getLong("todo"));
    counts.put(TaskState.DOING, row.getLong("doing"));
    counts.put(TaskState.BLOCKED, row.getLong("blocked"));
    counts.put(TaskState.DONE, row.getLong("done"));
    counts.put(TaskState.CANCELLED, row.getLong("cancelled"));
    return new SprintView(
        key,
        row.getString("title"),
        row.getString("section"),
        row.getString("summary"),
        row.getObject("archived_at") != null,
        Columns.strings(row, "depends_on"),
        named.getOrDefault(key, List.of()),
        counts,
        counts.values().stream().mapToLong(Long::longValue).sum(),
        row.getLong("version"));
  }
}
