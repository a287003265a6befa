package dev.signalbox.notify;

import dev.signalbox.plan.ProjectKey;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notices and for whom they are. */
@Component
class NoticeRows {

  private final JdbcClient jdbc;

  NoticeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A notice that is to be given. */
  record Draft(String task, String text, List<String> owners, Collection<String> recipients) {}

  void add(ProjectKey project, long version, Instant at, Draft draft) {
    long id =
        jdbc.sql(
                """
                insert into notice (project, task, text, owners, plan_version, at)
                values (:project, :task, :text, :owners, :version, :at) returning id
                """)
            .param("project", project.value())
            .param("task", draft.task())
            .param("text", draft.text())
            .param("owners", draft.owners().toArray(String[]::new))
            .param("version", version)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    if (!draft.recipients().isEmpty()) {
      jdbc.sql("insert into notice_receipt (username, notice_id) select unnest(:people), :id")
          .param("people", draft.recipients().toArray(String[]::new))
          .param("id", id)
          .update();
    }
  }

  /** The newest below an id. */
  List<NoticeView> ofProject(ProjectKey project, long below, int limit) {
    return jdbc.sql(
            "select * from notice where project = :project and id < :below"
                + " order by id desc limit :limit")
        .param("project", project.value())
        .param("below", below)
        .param("limit", limit)
        .query((row, i) -> notice(row))
        .list();
  }

  List<PersonalNotice> ofPerson(
      String username, Collection<String> projects, boolean unread, long below, int limit) {
    return jdbc.sql(
            """
            select n.*, r.read_at from notice_receipt r join notice n on n.id = r.notice_id
             where r.username = :username and n.project = any (:projects) and r.notice_id < :below
            """
                + (unread ? " and r.read_at is null" : "")
                + " order by r.notice_id desc limit :limit")
        .param("username", username)
        .param("projects", projects.toArray(String[]::new))
        .param("below", below)
        .param("limit", limit)
        .query((row, i) -> new PersonalNotice(notice(row), instant(row, "read_at")))
        .list();
  }

  /** Whether this person has that notice; the first time that it is read counts. */
  boolean read(String username, Collection<String> projects, long id, Instant at) {
    return jdbc.sql(
                """
                update notice_receipt r set read_at = coalesce(r.read_at, :at)
                  from notice n
                 where n.id = r.notice_id and n.project = any (:projects)
                   and r.username = :username and r.notice_id = :id
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("projects", projects.toArray(String[]::new))
            .param("username", username)
            .param("id", id)
            .update()
        > 0;
  }

  private static NoticeView notice(ResultSet row) throws SQLException {
    Array owners = row.getArray("owners");
    OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
    return new NoticeView(
        row.getLong("id"),
        row.getString("project"),
        row.getString("task"),
        row.getString("text"),
        List.of((String[]) owners.getArray()),
        row.getLong("plan_version"),
        at.toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String name) throws SQLException {
    OffsetDateTime at = row.getObject(name, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
