package dev.signalbox.plan.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.AsOf;
import dev.signalbox.plan.EvidenceKind;
import dev.signalbox.plan.ExternalDesk;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.ExternalLines;
import dev.signalbox.plan.ExternalView;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.StatedEvidence;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.Wording;
import dev.signalbox.plan.web.Answers.ChangeResponse;
import dev.signalbox.wire.EntityTag;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** External items over HTTP. */
@RestController
@RequestMapping("/api/v1/projects/{project}/externals")
@Tag(name = "externals")
class ExternalController {

  private final PlanBook book;
  private final AsOf past;
  private final ExternalDesk desk;

  ExternalController(PlanBook book, AsOf past, ExternalDesk desk) {
    this.book = book;
    this.past = past;
    this.desk = desk;
  }

  record NewExternalRequest(
      @NotNull String key,
      @Nullable ExternalKind kind,
      @NotNull @PlainText(max = Wording.TEXT_LIMIT, lines = true) String text,
      @PlainText(max = Wording.NAME_LIMIT) @Nullable String owner,
      @Day @Nullable LocalDate expectedOn) {}

  /** All that people say of it; what is left out is unknown, but its kind stays. */
  record ExternalRequest(
      @Nullable ExternalKind kind,
      @NotNull @PlainText(max = Wording.TEXT_LIMIT, lines = true) String text,
      @PlainText(max = Wording.NAME_LIMIT) @Nullable String owner,
      @Day @Nullable LocalDate expectedOn) {}

  /** By what it is there: a link, a digest or a note; you are the one who verified it. */
  record CloseRequest(
      @NotNull EvidenceKind kind,
      @PlainText(max = StatedEvidence.LINK_LIMIT) @Nullable String link,
      @PlainText(max = Wording.NAME_LIMIT) @Nullable String digest,
      @PlainText(max = Wording.NOTE_LIMIT, lines = true) @Nullable String note) {}

  record RevokeRequest(@NotNull @PlainText(max = Wording.NOTE_LIMIT, lines = true) String reason) {}

  @Operation(summary = "List external items")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping
  Page<ExternalView> list(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable Boolean closed,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return book.externals(
        project, past.read(project, asOf), closed, cursor, Limit.of(limit).value());
  }

  @Operation(summary = "Add an external item")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping
  ResponseEntity<ChangeResponse> create(
      @PathVariable ProjectKey project,
      @Valid @RequestBody NewExternalRequest request,
      Caller caller) {
    TargetKey key = Keys.read("key", request.key(), TargetKey::new);
    ExternalLines lines =
        new ExternalLines(request.kind(), request.text(), request.owner(), request.expectedOn());
    return Answers.created(
        desk.create(project, key, lines, caller.actor()),
        "/api/v1/projects/{project}/externals/{external}",
        project,
        key);
  }

  @Operation(summary = "Read an external item")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping("/{external}")
  ResponseEntity<ExternalView> read(
      @PathVariable ProjectKey project,
      @PathVariable TargetKey external,
      @RequestParam(required = false) @Nullable String asOf) {
    Instant at = past.read(project, asOf);
    ExternalView view =
        book.external(project, at, external)
            .orElseThrow(() -> Answers.notThere("external item " + external));
    return Answers.read(view, at, view.version());
  }

  @Operation(summary = "Replace what is said of an external item")
  @Requires(Permission.EDIT_PLAN)
  @PutMapping("/{external}")
  ResponseEntity<ChangeResponse> edit(
      @PathVariable ProjectKey project,
      @PathVariable TargetKey external,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody ExternalRequest request,
      Caller caller) {
    ExternalLines lines =
        new ExternalLines(request.kind(), request.text(), request.owner(), request.expectedOn());
    return Answers.changed(
        desk.edit(project, external, EntityTag.version(ifMatch), lines, caller.actor()));
  }

  @Operation(summary = "It is there: state the evidence")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping("/{external}/close")
  ResponseEntity<ChangeResponse> close(
      @PathVariable ProjectKey project,
      @PathVariable TargetKey external,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody CloseRequest request,
      Caller caller) {
    StatedEvidence evidence =
        new StatedEvidence(request.kind(), request.link(), request.digest(), request.note());
    List<String> flaws = evidence.clean().flaws();
    if (!flaws.isEmpty()) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, String.join(" ", flaws));
    }
    return Answers.changed(
        desk.close(project, external, EntityTag.version(ifMatch), evidence, caller.actor()));
  }

  @Operation(summary = "It is not there after all: take the evidence back")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping("/{external}/revoke")
  ResponseEntity<ChangeResponse> revoke(
      @PathVariable ProjectKey project,
      @PathVariable TargetKey external,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody RevokeRequest request,
      Caller caller) {
    long expected = EntityTag.version(ifMatch);
    return Answers.changed(
        desk.revoke(project, external, expected, request.reason(), caller.actor()));
  }
}
