package dev.signalbox.importer.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.importer.ExportedDocument;
import dev.signalbox.importer.Exporter;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.writing.Written.Change;
import dev.signalbox.importer.writing.Written.Unwritten;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sprints as documents over HTTP. */
@RestController
@RequestMapping("/api/v1/projects/{project}/sprints/{sprint}/document")
@Tag(name = "exports")
class ExportController {

  private static final Set<String> FORMATS = Set.of(Exporter.AS_IMPORTED, Exporter.SPRINT_DOCUMENT);

  private final Exporter exporter;

  ExportController(Exporter exporter) {
    this.exporter = exporter;
  }

  /**
   * What an export would change of the document that came in.
   *
   * @param document id of that document's import; null if the sprint came from none
   * @param name of the file that an export gives
   */
  record DocumentChangesResponse(
      @Nullable Long document,
      String format,
      String name,
      List<Change> changes,
      List<Unwritten> unwritten,
      long planVersion) {}

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Give a sprint back as its own document, with only what changed replaced")
  ResponseEntity<byte[]> document(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestParam(required = false) @Nullable String format) {
    ExportedDocument exported = exported(project, sprint, format);
    PlanFile file = exported.file();
    String attachment =
        ContentDisposition.attachment()
            .filename(file.name(), StandardCharsets.UTF_8)
            .build()
            .toString();
    byte[] bytes = file.bytes();
    return ResponseEntity.ok()
        .eTag("\"" + exported.planVersion() + "-" + digest(bytes) + "\"")
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment)
        .contentType(type(file.name()))
        .body(bytes);
  }

  @GetMapping("/changes")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "List what an export of a sprint would change, and what it cannot write")
  DocumentChangesResponse changes(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestParam(required = false) @Nullable String format) {
    ExportedDocument exported = exported(project, sprint, format);
    return new DocumentChangesResponse(
        exported.documentId(),
        exported.format(),
        exported.file().name(),
        exported.changes(),
        exported.unwritten(),
        exported.planVersion());
  }

  private ExportedDocument exported(ProjectKey project, SprintKey sprint, @Nullable String format) {
    if (format != null && !FORMATS.contains(format)) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "The format is as-imported or sprint-document.");
    }
    return exporter
        .export(project, sprint, format)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "There is no such sprint, or it came from no document that was kept."));
  }

  private static MediaType type(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".zip")) {
      return new MediaType("application", "zip");
    }
    if (lower.endsWith(".gz") || lower.endsWith(".tgz") || lower.endsWith(".tar")) {
      return MediaType.APPLICATION_OCTET_STREAM;
    }
    return new MediaType("text", "markdown", StandardCharsets.UTF_8);
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(whole, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
