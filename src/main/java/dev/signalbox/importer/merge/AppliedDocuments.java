package dev.signalbox.importer.merge;

import dev.signalbox.importer.ImportReport;
import dev.signalbox.importer.ImportView;
import dev.signalbox.importer.SubmittedDocument;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.ProjectKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The documents that were applied: what each said, and its report. */
@Component
public class AppliedDocuments {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AppliedDocuments(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The last document of a sprint. */
  public record Last(String digest, PlanEdit said) {}

  /** Keeps every other change to the project's plan waiting until this transaction ends. */
  public void hold(ProjectKey project) {
    jdbc.sql("select 1 from project where key = :project for update")
        .param("project", project.value())
        .query(Integer.class)
        .optional();
  }

  public Optional<Last> last(ProjectKey project, String sprint) {
    return jdbc.sql(
            """
            select digest, parsed from plan_document
             where project = :project and sprint = :sprint order by id desc limit 1
            """)
        .param("project", project.value())
        .param("sprint", sprint)
        .query(
            (row, index) ->
                new Last(
                    row.getString("digest"),
                    json.readValue(row.getString("parsed"), PlanEdit.class)))
        .optional();
  }

  /** The id of the next document, so that its report can name it. */
  public long nextId() {
    return jdbc.sql("select nextval(pg_get_serial_sequence('plan_document', 'id'))")
        .query(Long.class)
        .single();
  }

  public void add(
      long id,
      ProjectKey project,
      SubmittedDocument document,
      PlanEdit said,
      ImportReport report,
      String actor,
      Instant now) {
    jdbc.sql(
            """
            insert into plan_document
              (id, project, sprint, name, digest, bytes, applied_at, actor, parsed, report)
            overriding system value
            values (:id, :project, :sprint, :name, :digest, :bytes, :now, :actor,
                    cast(:parsed as jsonb), cast(:report as jsonb))
            """)
        .param("id", id)
        .param("project", project.value())
        .param("sprint", said.sprint().key())
        .param("name", document.name())
        .param("digest", document.digest())
        .param("bytes", document.size())
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .param("actor", actor)
        .param("parsed", json.writeValueAsString(said))
        .param("report", json.writeValueAsString(report))
        .update();
  }

  /** Newest first. */
  public List<ImportView> list(ProjectKey project, @Nullable Long before, int limit) {
    return jdbc.sql(
            """
            select id, sprint, name, digest, bytes, applied_at, actor from plan_document
             where project = :project and id < :before order by id desc limit :limit
            """)
        .param("project", project.value())
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("limit", limit)
        .query(
            (row, index) ->
                new ImportView(
                    row.getLong("id"),
                    row.getString("sprint"),
                    row.getString("name"),
                    row.getString("digest"),
                    row.getInt("bytes"),
                    row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                    row.getString("actor")))
        .list();
  }

  public Optional<ImportReport> report(ProjectKey project, long id) {
    return jdbc.sql("select report from plan_document where project = :project and id = :id")
        .param("project", project.value())
        .param("id", id)
        .query((row, index) -> json.readValue(row.getString("report"), ImportReport.class))
        .optional();
  }
}
