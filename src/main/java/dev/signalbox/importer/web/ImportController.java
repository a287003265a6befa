package dev.signalbox.importer.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.importer.ImportReport;
import dev.signalbox.importer.ImportView;
import dev.signalbox.importer.Importer;
import dev.signalbox.importer.ImporterSettings;
import dev.signalbox.importer.SubmittedDocument;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.Cursor;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{project}/imports")
@Tag(name = "imports")
class ImportController {

  private static final int LONGEST_NAME = 200;

  private final Importer importer;
  private final ImporterSettings settings;

  ImportController(Importer importer, ImporterSettings settings) {
    this.importer = importer;
    this.settings = settings;
  }

  @PostMapping(
      consumes = {
        "text/markdown",
        MediaType.TEXT_PLAIN_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE
      })
  @Requires(Permission.EDIT_PLAN)
  @Operation(summary = "Import a plan document, or see what it would change")
  ResponseEntity<ImportReport> submit(
      @PathVariable ProjectKey project,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) @Nullable String dialect,
      InputStream body,
      Caller caller)
      throws IOException {
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "The name is one line of at most 200 characters.");
    }
    SubmittedDocument document = new SubmittedDocument(name, bytes(body), dialect);
    ImportReport report =
        dryRun
            ? importer.dryRun(project, document)
            : importer.apply(project, document, caller.actor());
    return switch (report.outcome()) {
      case PREVIEW, UNCHANGED -> ResponseEntity.ok(report);
      case APPLIED ->
          ResponseEntity.created(
                  URI.create("/api/v1/projects/" + project + "/imports/" + report.id()))
              .body(report);
      case REFUSED ->
          throw new ProblemException(ProblemType.UNPROCESSABLE, report.message())
              .with("problems", report.problems())
              .with("oddities", report.oddities());
    };
  }

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "List the documents that were imported, newest first")
  Page<ImportView> list(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    String list = "imports/" + project;
    Long before = cursor == null ? null : Cursor.decodeNumber(list, cursor);
    Page<ImportView> page = importer.imports(project, before, Limit.of(limit).value());
    String last = page.next();
    return new Page<>(page.items(), last == null ? null : Cursor.encode(list, List.of(last)));
  }

  @GetMapping("/{id}")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Read the report of an import")
  ImportReport report(@PathVariable ProjectKey project, @PathVariable long id) {
    return importer
        .report(project, id)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "This project has no such import."));
  }

  private byte[] bytes(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(settings.maxBytes() + 1);
    if (bytes.length > settings.maxBytes()) {
      throw new ProblemException(
          ProblemType.PAYLOAD_TOO_LARGE,
          "A plan document has at most " + settings.maxBytes() + " bytes.");
    }
    return bytes;
  }
}
