package dev.signalbox.importer.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.importer.ImportReport;
import dev.signalbox.importer.ImportView;
import dev.signalbox.importer.Importer;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.Submission;
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

  private final Importer importer;
  private final Body body;

  ImportController(Importer importer, Body body) {
    this.importer = importer;
    this.body = body;
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
      @RequestParam(required = false) @Nullable String sprint,
      @RequestParam(required = false) @Nullable String unread,
      @RequestParam(required = false) @Nullable String conflicts,
      @RequestParam(defaultValue = "") List<String> choice,
      InputStream content,
      Caller caller)
      throws IOException {
    PlanFile file = new PlanFile(Body.name(name), body.bytes(content));
    Submission submission =
        Submission.of(file).into(sprint, dialect).with(Choices.consent(unread, conflicts, choice));
    return ImportAnswers.one(
        project.value(),
        dryRun
            ? importer.dryRun(project, submission)
            : importer.apply(project, submission, caller.actor()));
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
}
