package dev.signalbox.importer.merge;

import dev.signalbox.importer.PlanFile;
import dev.signalbox.plan.ProjectKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bytes that applied documents came in: their files, and the archive that held them. */
@Component
class KeptFiles {

  private static final int LONGEST_NAME = 200;

  private final JdbcClient jdbc;

  KeptFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(long document, List<PlanFile> files) {
    for (int position = 0; position < files.size(); position++) {
      PlanFile file = files.get(position);
      jdbc.sql(
              """
              insert into plan_document_file (document, position, path, content)
              values (:document, :position, :path, :content)
              """)
          .param("document", document)
          .param("position", position)
          .param("path", file.path())
          .param("content", file.bytes())
          .update();
    }
  }

  List<PlanFile> of(long document) {
    return jdbc.sql(
            "select path, content from plan_document_file where document = :document order by"
                + " position")
        .param("document", document)
        .query((row, index) -> new PlanFile(row.getString("path"), row.getBytes("content")))
        .list();
  }

  long addArchive(ProjectKey project, PlanFile archive, String digest, Instant now) {
    return jdbc.sql(
            """
            insert into plan_archive (project, name, digest, content, applied_at)
            values (:project, :name, :digest, :content, :now) returning id
            """)
        .param("project", project.value())
        .param("name", cut(archive.name()))
        .param("digest", digest)
        .param("content", archive.bytes())
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  Optional<PlanFile> archive(ProjectKey project, long id) {
    return jdbc.sql("select name, content from plan_archive where project = :project and id = :id")
        .param("project", project.value())
        .param("id", id)
        .query((row, index) -> new PlanFile(row.getString("name"), row.getBytes("content")))
        .optional();
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
  }
}
