package dev.signalbox.plan.past;

import dev.signalbox.plan.ProjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where tasks stood before documents moved them. */
@Component
public class PastOrder {

  /**
   * Tasks with the places that they had.
   *
   * @param afterEntry the newest entry of the timeline before they were moved
   */
  public record Places(long afterEntry, List<Long> tasks, List<Integer> positions) {}

  private final JdbcClient jdbc;

  PastOrder(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the places of tasks that are about to be moved. */
  public void keep(ProjectKey project, Places places) {
    jdbc.sql(
            """
            insert into task_order_past (project, after_entry, task_ids, positions)
            values (:project, :entry, :tasks, :positions)
            """)
        .param("project", project.value())
        .param("entry", places.afterEntry())
        .param("tasks", places.tasks().toArray(Long[]::new))
        .param("positions", places.positions().toArray(Integer[]::new))
        .update();
  }

  /** All moves since that entry, the newest first. */
  List<Places> since(ProjectKey project, long entry) {
    return jdbc.sql(
            """
            select after_entry, task_ids, positions from task_order_past
             where project = :project and after_entry >= :entry
             order by after_entry desc, id desc
            """)
        .param("project", project.value())
        .param("entry", entry)
        .query((row, i) -> places(row))
        .list();
  }

  private static Places places(ResultSet row) throws SQLException {
    return new Places(
        row.getLong("after_entry"),
        List.of((Long[]) row.getArray("task_ids").getArray()),
        List.of((Integer[]) row.getArray("positions").getArray()));
  }
}
