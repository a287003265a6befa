package dev.signalbox.notify;

import dev.signalbox.plan.ProjectKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tasks were held at the last look of a project; its cursor is the lock. */
@Component
class HeldTasks {

  private final JdbcClient jdbc;

  HeldTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Lets nobody else look at this project until the transaction ends.
   *
   * @return the version that was looked at last; 0 if none was
   */
  long lock(ProjectKey project) {
    jdbc.sql(
            """
            insert into notice_cursor (project, plan_version) values (:project, 0)
            on conflict do nothing
            """)
        .param("project", project.value())
        .update();
    return jdbc.sql("select plan_version from notice_cursor where project = :project for update")
        .param("project", project.value())
        .query(Long.class)
        .single();
  }

  /** The version that was looked at last, without a lock; 0 if none was. */
  long seen(ProjectKey project) {
    return jdbc.sql("select plan_version from notice_cursor where project = :project")
        .param("project", project.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  Set<String> read(ProjectKey project) {
    return new HashSet<>(
        jdbc.sql("select task from held_task where project = :project")
            .param("project", project.value())
            .query(String.class)
            .list());
  }

  /** Remembers what is held now, by what differs from before. */
  void remember(ProjectKey project, long version, Set<String> before, Set<String> now) {
    change(
        project,
        "delete from held_task where project = :project and task = any (:tasks)",
        without(before, now));
    change(
        project,
        "insert into held_task (project, task) select :project, unnest(:tasks)",
        without(now, before));
    jdbc.sql("update notice_cursor set plan_version = :version where project = :project")
        .param("version", version)
        .param("project", project.value())
        .update();
  }

  private void change(ProjectKey project, String sql, List<String> tasks) {
    if (!tasks.isEmpty()) {
      jdbc.sql(sql)
          .param("project", project.value())
          .param("tasks", tasks.toArray(String[]::new))
          .update();
    }
  }

  private static List<String> without(Collection<String> all, Set<String> others) {
    return all.stream().filter(each -> !others.contains(each)).sorted().toList();
  }
}
