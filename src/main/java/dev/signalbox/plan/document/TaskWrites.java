package dev.signalbox.plan.document;

import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.ProjectKey;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes what a document changes of tasks, in batches: a plan of thousands goes in at once. */
@Component
class TaskWrites {

  private static final int BATCH = 1_000;

  private static final String ADD =
      """
      insert into task (project, key, sprint, position, text, state, state_date, owners,
                        document_owners, source, changed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String CHANGE =
      """
      update task set sprint = ?, text = ?, state = ?, state_date = ?, owners = ?, document_owners = ?,
             source = ?, changed_at = greatest(?, changed_at + interval '1 microsecond'),
             version = version + 1, absent_since = null,
             resume_state = case when ? then null else resume_state end,
             closing_note = case when ? then null else closing_note end
       where id = ?
      """;
  private static final String LEAVE =
      """
      update task set absent_since = ?, version = version + 1,
             changed_at = greatest(?, changed_at + interval '1 microsecond')
       where id = ?
      """;
  private static final String LINK =
      """
      insert into dependency (task_id, task, target, origin) values (?, ?, ?, 'DOCUMENT')
      """;
  private static final String UNLINK =
      "delete from dependency where task_id = ? and target = ? and origin = 'DOCUMENT'";
  private static final String RAISE =
      """
      insert into blocker
        (task_id, task, class, reason, awaits, since, origin, created_at, standing, sureness)
      values (?, ?, ?, ?, ?, ?, 'DOCUMENT', ?, ?, ?)
      """;
  private static final String LIFT =
      """
      update blocker set resolved_at = ?, resolved_by = ?,
             resolution = 'The document no longer says so.'
       where id = ?
      """;

  /** A new task with its place in the sprint. */
  record Placed(TaskText task, int position) {}

  /** A new edge of a task. */
  record Edge(long taskId, String task, String target) {}

  /** A new blocker of a task. */
  record Raised(long taskId, String task, BlockerText blocker) {}

  /** An edge that goes. */
  record Cut(long taskId, String target) {}

  /** A task that is there, at another place. */
  record Moved(long taskId, int from, int position) {}

  private final JdbcTemplate jdbc;

  TaskWrites(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(ProjectKey project, String sprint, List<Placed> tasks, Instant now) {
    jdbc.batchUpdate(
        ADD,
        tasks,
        BATCH,
        (row, placed) -> {
          TaskText task = placed.task();
          row.setString(1, project.value());
          row.setString(2, task.key().value());
          row.setString(3, sprint);
          row.setInt(4, placed.position());
          row.setString(5, task.text());
          row.setString(6, task.state().name());
          row.setObject(7, task.stateDate(), Types.DATE);
          setStrings(row, 8, task.owners());
          setStrings(row, 9, task.owners());
          row.setString(10, task.source());
          row.setObject(11, at(now));
        });
  }

  void change(List<TaskMerge> merges, Instant now) {
    jdbc.batchUpdate(
        CHANGE,
        merges,
        BATCH,
        (row, merge) -> {
          row.setString(1, merge.sprint());
          row.setString(2, merge.content().text());
          row.setString(3, merge.content().state().name());
          row.setObject(4, merge.content().stateDate(), Types.DATE);
          setStrings(row, 5, merge.content().owners());
          setStrings(row, 6, merge.documentOwners());
          row.setString(7, merge.content().source());
          row.setObject(8, at(now));
          row.setBoolean(9, merge.movesState());
          row.setBoolean(10, merge.movesState());
          row.setLong(11, merge.stored().id());
        });
  }

  void leave(List<Long> tasks, Instant now) {
    jdbc.batchUpdate(
        LEAVE,
        tasks,
        BATCH,
        (row, id) -> {
          row.setObject(1, at(now));
          row.setObject(2, at(now));
          row.setLong(3, id);
        });
  }

  void move(List<Moved> tasks) {
    jdbc.batchUpdate(
        "update task set position = ? where id = ?",
        tasks,
        BATCH,
        (row, moved) -> {
          row.setInt(1, moved.position());
          row.setLong(2, moved.taskId());
        });
  }

  void link(List<Edge> edges) {
    jdbc.batchUpdate(
        LINK,
        edges,
        BATCH,
        (row, edge) -> {
          row.setLong(1, edge.taskId());
          row.setString(2, edge.task());
          row.setString(3, edge.target());
        });
  }

  void unlink(List<Cut> edges) {
    jdbc.batchUpdate(
        UNLINK,
        edges,
        BATCH,
        (row, edge) -> {
          row.setLong(1, edge.taskId());
          row.setString(2, edge.target());
        });
  }

  void raise(List<Raised> blockers, Instant now) {
    jdbc.batchUpdate(
        RAISE,
        blockers,
        BATCH,
        (row, raised) -> {
          row.setLong(1, raised.taskId());
          row.setString(2, raised.task());
          row.setString(3, raised.blocker().kind().name());
          row.setString(4, raised.blocker().reason());
          row.setString(5, raised.blocker().awaits());
          row.setObject(6, raised.blocker().since(), Types.DATE);
          row.setObject(7, at(now));
          row.setString(8, StoredTask.standing(raised.blocker()).name());
          row.setObject(9, raised.blocker().sureness(), Types.SMALLINT);
        });
  }

  void lift(List<Long> blockers, String by, Instant now) {
    jdbc.batchUpdate(
        LIFT,
        blockers,
        BATCH,
        (row, id) -> {
          row.setObject(1, at(now));
          row.setString(2, by);
          row.setLong(3, id);
        });
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }

  private static void setStrings(PreparedStatement row, int index, List<String> strings)
      throws SQLException {
    row.setArray(index, row.getConnection().createArrayOf("text", strings.toArray()));
  }
}
