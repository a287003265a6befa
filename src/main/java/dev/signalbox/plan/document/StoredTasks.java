package dev.signalbox.plan.document;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.Origin;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskState;
import dev.signalbox.plan.document.StoredTask.Content;
import dev.signalbox.plan.document.StoredTask.Held;
import dev.signalbox.plan.document.StoredTask.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tasks that a document speaks of, in four statements whatever their number. */
@Component
class StoredTasks {

  private final JdbcClient jdbc;

  StoredTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The sprint of each of these tasks that is in the plan. */
  Map<String, String> homes(ProjectKey project, Collection<String> keys) {
    Map<String, String> homes = new HashMap<>();
    jdbc.sql("select key, sprint from task where project = :project and key = any(:keys)")
        .param("project", project.value())
        .param("keys", keys.toArray(String[]::new))
        .query(
            row -> {
              homes.put(row.getString("key"), row.getString("sprint"));
            });
    return homes;
  }

  /** The row ids of these tasks. */
  Map<String, Long> ids(ProjectKey project, Collection<String> keys) {
    Map<String, Long> ids = new HashMap<>();
    jdbc.sql("select key, id from task where project = :project and key = any(:keys)")
        .param("project", project.value())
        .param("keys", keys.toArray(String[]::new))
        .query(
            row -> {
              ids.put(row.getString("key"), row.getLong("id"));
            });
    return ids;
  }

  /** Those of these tasks that are in the plan, by key. */
  Map<String, StoredTask> load(ProjectKey project, Collection<String> keys) {
    String[] wanted = keys.toArray(String[]::new);
    Map<Long, List<Link>> links = new HashMap<>();
    jdbc.sql(
            """
            select d.task_id, d.target, d.origin from dependency d join task t on t.id = d.task_id
             where t.project = :project and t.key = any(:keys) order by d.id
            """)
        .param("project", project.value())
        .param("keys", wanted)
        .query(
            row -> {
              links
                  .computeIfAbsent(row.getLong("task_id"), id -> new ArrayList<>())
                  .add(new Link(row.getString("target"), Origin.valueOf(row.getString("origin"))));
            });
    Map<Long, List<Held>> held = new HashMap<>();
    jdbc.sql(
            """
            select b.* from blocker b join task t on t.id = b.task_id
             where t.project = :project and t.key = any(:keys) and b.resolved_at is null
             order by b.id
            """)
        .param("project", project.value())
        .param("keys", wanted)
        .query(
            row -> {
              held.computeIfAbsent(row.getLong("task_id"), id -> new ArrayList<>()).add(held(row));
            });
    Map<Long, Set<String>> dropped = dropped(project, wanted);
    Map<String, StoredTask> tasks = new HashMap<>();
    jdbc.sql("select * from task where project = :project and key = any(:keys)")
        .param("project", project.value())
        .param("keys", wanted)
        .query(
            row -> {
              StoredTask task = task(row, links, held, dropped);
              tasks.put(task.key(), task);
            });
    return tasks;
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        row.getLong("id"),
        new BlockerText(
            BlockerClass.valueOf(row.getString("class")),
            row.getString("reason"),
            row.getString("awaits"),
            row.getObject("since", LocalDate.class),
            row.getObject("sureness", Integer.class)),
        Origin.valueOf(row.getString("origin")),
        Standing.valueOf(row.getString("standing")));
  }

  /** Identities of blockers that a person dropped, by row id of their task. */
  private Map<Long, Set<String>> dropped(ProjectKey project, String[] keys) {
    Map<Long, Set<String>> dropped = new HashMap<>();
    jdbc.sql(
            """
            select b.task_id, b.awaits, b.reason from blocker b join task t on t.id = b.task_id
             where t.project = :project and t.key = any(:keys) and b.standing = 'DROPPED'
            """)
        .param("project", project.value())
        .param("keys", keys)
        .query(
            row -> {
              dropped
                  .computeIfAbsent(row.getLong("task_id"), id -> new HashSet<>())
                  .add(StoredTask.identity(row.getString("awaits"), row.getString("reason")));
            });
    return dropped;
  }

  private static StoredTask task(
      ResultSet row,
      Map<Long, List<Link>> links,
      Map<Long, List<Held>> held,
      Map<Long, Set<String>> dropped)
      throws SQLException {
    long id = row.getLong("id");
    return new StoredTask(
        id,
        row.getString("key"),
        row.getString("sprint"),
        row.getInt("position"),
        new Content(
            row.getString("text"),
            TaskState.valueOf(row.getString("state")),
            row.getObject("state_date", LocalDate.class),
            List.of((String[]) row.getArray("owners").getArray()),
            row.getString("source")),
        List.of((String[]) row.getArray("document_owners").getArray()),
        links.getOrDefault(id, List.of()),
        held.getOrDefault(id, List.of()),
        dropped.getOrDefault(id, Set.of()),
        Origin.valueOf(row.getString("origin")),
        row.getObject("absent_since") != null,
        row.getString("closing_note"));
  }
}
