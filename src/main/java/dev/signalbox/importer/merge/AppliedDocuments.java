package dev.signalbox.importer.merge;

import dev.signalbox.importer.ImportReport;
import dev.signalbox.importer.ImportView;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.ProjectKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The documents that were applied: their bytes, what each said, and its report. Append-only. */
@Component
public class AppliedDocuments {

  private static final TypeReference<Map<String, String>> KEYS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final KeptFiles files;
  private final JsonMapper json;

  AppliedDocuments(JdbcClient jdbc, KeptFiles files, JsonMapper json) {
    this.jdbc = jdbc;
    this.files = files;
    this.json = json;
  }

  /**
   * An applied document as it came.
   *
   * @param files byte for byte, in their order; empty for one of the time before they were kept
   * @param dialect that read them
   * @param keys the plan's key of each task that the document calls otherwise, by its key there
   * @param archive that the files came in, or null
   */
  public record Kept(
      long id,
      String name,
      List<PlanFile> files,
      String dialect,
      Map<String, String> keys,
      @Nullable Long archive) {}

  /**
   * A document to be kept.
   *
   * @param said what it says, by the plan's keys
   */
  public record Applied(
      Kept kept, String digest, int bytes, PlanEdit said, ImportReport report, String actor) {}

  /** The last applied document of a sprint, with its bytes: what an export writes back to. */
  public Optional<Kept> lastFiles(ProjectKey project, String sprint) {
    return jdbc.sql(
            """
            select id, name, dialect, keys, archive from plan_document
             where project = :project and sprint = :sprint order by id desc limit 1
            """)
        .param("project", project.value())
        .param("sprint", sprint)
        .query(
            (row, index) ->
                new Kept(
                    row.getLong("id"),
                    row.getString("name"),
                    files.of(row.getLong("id")),
                    row.getString("dialect"),
                    json.readValue(row.getString("keys"), KEYS),
                    row.getObject("archive", Long.class)))
        .optional();
  }

  /** The archive that documents came in, byte for byte. */
  public Optional<PlanFile> archive(ProjectKey project, long id) {
    return files.archive(project, id);
  }

  /** Keeps an archive, of which documents are applied; returns its id. */
  public long addArchive(ProjectKey project, PlanFile archive, String digest, Instant now) {
    return files.addArchive(project, archive, digest, now);
  }

  /** Keeps every other change to the project's plan waiting until this transaction ends. */
  public void hold(ProjectKey project) {
    jdbc.sql("select 1 from project where key = :project for update")
        .param("project", project.value())
        .query(Integer.class)
        .optional();
  }

  /** What the last document of a sprint said. */
  public Optional<Past.Last> last(ProjectKey project, String sprint) {
    return said(project, sprint, 1).stream().findFirst();
  }

  /** What the last documents of a sprint said, newest first. */
  List<Past.Last> said(ProjectKey project, String sprint, int limit) {
    return jdbc.sql(
            """
            select digest, dialect, parsed from plan_document
             where project = :project and sprint = :sprint order by id desc limit :limit
            """)
        .param("project", project.value())
        .param("sprint", sprint)
        .param("limit", limit)
        .query(
            (row, index) ->
                new Past.Last(
                    row.getString("digest"),
                    row.getString("dialect"),
                    json.readValue(row.getString("parsed"), PlanEdit.class)))
        .list();
  }

  /** Paths of the last document's files of each sprint that came from documents. */
  Map<String, Set<String>> paths(ProjectKey project) {
    Map<String, Set<String>> paths = new LinkedHashMap<>();
    jdbc.sql(
            """
            select l.sprint, f.path
              from (select distinct on (sprint) sprint, id from plan_document
                     where project = :project order by sprint, id desc) l
              left join plan_document_file f on f.document = l.id
             order by l.id desc, f.position
            """)
        .param("project", project.value())
        .query(
            row -> {
              Set<String> of =
                  paths.computeIfAbsent(row.getString("sprint"), s -> new LinkedHashSet<>());
              Optional.ofNullable(row.getString("path")).ifPresent(of::add);
            });
    return paths;
  }

  /** The id of the next document, so that its report can name it. */
  public long nextId() {
    return jdbc.sql("select nextval(pg_get_serial_sequence('plan_document', 'id'))")
        .query(Long.class)
        .single();
  }

  /** Keeps a document that was applied. */
  public void add(ProjectKey project, Applied document, Instant now) {
    Kept kept = document.kept();
    jdbc.sql(
            """
            insert into plan_document
              (id, project, sprint, name, digest, bytes, applied_at, actor, parsed, report,
               dialect, archive, keys)
            overriding system value
            values (:id, :project, :sprint, :name, :digest, :bytes, :now, :actor,
                    cast(:parsed as jsonb), cast(:report as jsonb), :dialect, :archive,
                    cast(:keys as jsonb))
            """)
        .param("id", kept.id())
        .param("project", project.value())
        .param("sprint", document.said().sprint().key())
        .param("name", kept.name())
        .param("digest", document.digest())
        .param("bytes", document.bytes())
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .param("actor", document.actor())
        .param("parsed", json.writeValueAsString(document.said()))
        .param("report", json.writeValueAsString(document.report()))
        .param("dialect", kept.dialect())
        .param("archive", kept.archive())
        .param("keys", json.writeValueAsString(kept.keys()))
        .update();
    files.add(kept.id(), kept.files());
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
