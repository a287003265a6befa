package dev.signalbox.importer.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.importer.ImportSummary;
import dev.signalbox.importer.Importer;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.Submission;
import dev.signalbox.importer.Uploads;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where CI pushes plan files; the answer tells a script how to end. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "imports")
class PlanFilesController {

  private final Importer importer;
  private final Body body;

  PlanFilesController(Importer importer, Body body) {
    this.importer = importer;
    this.body = body;
  }

  @PutMapping("/plan-files/{*path}")
  @Requires(Permission.EDIT_PLAN)
  @Operation(summary = "Push a plan file; the answer tells a script how to end")
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = ImportSummary.class)),
        @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class))
      })
  ResponseEntity<Object> file(
      @PathVariable ProjectKey project,
      @PathVariable String path,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(required = false) @Nullable String dialect,
      @RequestParam(required = false) @Nullable String sprint,
      @RequestParam(required = false) @Nullable String unread,
      @RequestParam(required = false) @Nullable String conflicts,
      @RequestParam(defaultValue = "") List<String> choice,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
      InputStream content,
      Caller caller)
      throws IOException {
    String name = Body.name(path.replaceFirst("^/+", ""));
    if (name.isEmpty()) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "The file needs a path.");
    }
    PlanFile file = new PlanFile(name, body.bytes(content));
    Submission submission =
        Submission.of(file).into(sprint, dialect).with(Choices.consent(unread, conflicts, choice));
    return answer(project, submission, dryRun, accept, caller);
  }

  @PutMapping("/plan-archive")
  @Requires(Permission.EDIT_PLAN)
  @Operation(summary = "Push a folder of plan files as zip, tar or tar.gz, applied whole or not")
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = ImportSummary.class)),
        @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class))
      })
  ResponseEntity<Object> archive(
      @PathVariable ProjectKey project,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) @Nullable String dialect,
      @RequestParam(required = false) @Nullable String sprint,
      @RequestParam(required = false) @Nullable String unread,
      @RequestParam(required = false) @Nullable String conflicts,
      @RequestParam(defaultValue = "") List<String> choice,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
      InputStream content,
      Caller caller)
      throws IOException {
    PlanFile archive = new PlanFile(Body.name(name), body.bytes(content));
    Submission submission =
        Uploads.archive(archive)
            .into(sprint, dialect)
            .with(Choices.consent(unread, conflicts, choice));
    return answer(project, submission, dryRun, accept, caller);
  }

  private ResponseEntity<Object> answer(
      ProjectKey project, Submission submission, boolean dryRun, String accept, Caller caller) {
    ImportSummary summary =
        dryRun
            ? importer.dryRun(project, submission)
            : importer.apply(project, submission, caller.actor());
    return ImportAnswers.all(summary, accept);
  }
}
