package dev.signalbox.plan.read;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.ProjectView;
import dev.signalbox.wire.Page;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of projects: few, small, and read by everyone. */
@Component
public class ProjectRows {

  private static final String VIEW =
      """
      select p.key, p.name, p.plan_version, p.created_at,
             (select count(*) from sprint s where s.project = p.key) as sprints,
             (select count(*) from task t where t.project = p.key) as tasks
        from project p
      """;

  private static final String LIST = "projects";
  private static final String BEHIND = " where p.key collate \"C\" > :after";
  private static final String ORDER = " order by p.key collate \"C\" limit :limit";

  private final JdbcClient jdbc;

  ProjectRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds the project; false if the key is taken. */
  public boolean add(ProjectKey key, String name, Instant now, String by) {
    return jdbc.sql(
                """
                insert into project (key, name, created_at, created_by)
                values (:key, :name, :now, :by) on conflict (key) do nothing
                """)
            .param("key", key.value())
            .param("name", name)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("by", by)
            .update()
        == 1;
  }

  /** The version of the plan, or empty if there is no such project. */
  public Optional<Long> version(ProjectKey project) {
    return jdbc.sql("select plan_version from project where key = :key")
        .param("key", project.value())
        .query(Long.class)
        .optional();
  }

  public Optional<ProjectView> find(ProjectKey project) {
    return jdbc.sql(VIEW + " where p.key = :key")
        .param("key", project.value())
        .query(ProjectView.class)
        .optional();
  }

  /**
   * Projects in the order of their keys.
   *
   * @param among only these; null for all
   * @param cursor from the page before, or null
   */
  public Page<ProjectView> list(
      @Nullable Collection<String> among, @Nullable String cursor, int limit) {
    if (among != null && among.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    List<ProjectView> found =
        jdbc.sql(VIEW + BEHIND + (among == null ? "" : " and p.key in (:among)") + ORDER)
            .param("after", Pages.after(LIST, cursor))
            .param("limit", limit + 1)
            .param("among", among)
            .query(ProjectView.class)
            .list();
    return Pages.of(LIST, found, limit, ProjectView::key);
  }
}
