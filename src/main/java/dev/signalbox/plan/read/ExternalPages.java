package dev.signalbox.plan.read;

import dev.signalbox.plan.EvidenceKind;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.ExternalView;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.StatedEvidence;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.wire.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what lies outside the plan. */
@Component
public class ExternalPages {

  private static final String SELECT =
      """
      select e.*,
             (select count(*) from task t where t.project = e.project and t.id in (
                select d.task_id from dependency d where d.target = e.key
                union all
                select b.task_id from blocker b
                 where b.awaits = e.key and b.resolved_at is null)) as dependents,
             exists (select from task t where t.project = e.project and t.key = e.key) as is_task
        from external_item e where e.project = :project
      """;

  private final JdbcClient jdbc;

  ExternalPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * External items in the order of their keys.
   *
   * @param closed only closed or only open ones; null for all
   */
  public Page<ExternalView> list(
      ProjectKey project, @Nullable Boolean closed, @Nullable String cursor, int limit) {
    String list = "externals/" + project;
    String filter = closed == null ? "" : " and (e.closed_at is not null) = " + closed;
    List<ExternalView> found =
        jdbc.sql(
                SELECT
                    + filter
                    + " and e.key collate \"C\" > :after order by e.key collate \"C\" limit :limit")
            .param("project", project.value())
            .param("after", Pages.after(list, cursor))
            .param("limit", limit + 1)
            .query((row, i) -> external(row))
            .list();
    return Pages.of(list, found, limit, ExternalView::key);
  }

  public Optional<ExternalView> find(ProjectKey project, TargetKey key) {
    return jdbc.sql(SELECT + " and e.key = :key")
        .param("project", project.value())
        .param("key", key.value())
        .query((row, i) -> external(row))
        .optional();
  }

  private static ExternalView external(ResultSet row) throws SQLException {
    return new ExternalView(
        row.getString("key"),
        ExternalKind.valueOf(row.getString("kind")),
        row.getString("text"),
        row.getString("owner"),
        row.getObject("expected_on", LocalDate.class),
        row.getObject("closed_at") != null,
        evidence(row),
        Columns.instantOrNull(row, "closed_at"),
        row.getString("closed_by"),
        Columns.instantOrNull(row, "revoked_at"),
        row.getString("revoked_by"),
        row.getString("revocation"),
        row.getLong("dependents"),
        row.getBoolean("is_task"),
        row.getLong("version"));
  }

  private static @Nullable StatedEvidence evidence(ResultSet row) throws SQLException {
    if (row.getObject("closed_at") == null) {
      return null;
    }
    String kind = row.getString("evidence_kind");
    return new StatedEvidence(
        kind == null ? EvidenceKind.STATEMENT : EvidenceKind.valueOf(kind),
        row.getString("evidence_link"),
        row.getString("evidence_digest"),
        row.getString("evidence"));
  }
}
