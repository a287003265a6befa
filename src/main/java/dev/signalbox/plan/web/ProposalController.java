package dev.signalbox.plan.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.AsOf;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.ProposalDesk;
import dev.signalbox.plan.ProposalView;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskCommand;
import dev.signalbox.plan.TaskDesk;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.Wording;
import dev.signalbox.plan.web.Answers.ChangeResponse;
import dev.signalbox.wire.EntityTag;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Blockers that were read from prose, and what people say to them, over HTTP. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "proposals")
class ProposalController {

  private static final String BLOCKER = "/tasks/{task}/blockers/{blocker}";
  private static final String IF_MATCH = "If-Match";

  private final PlanBook book;
  private final AsOf past;
  private final TaskDesk desk;
  private final ProposalDesk proposals;

  ProposalController(PlanBook book, AsOf past, TaskDesk desk, ProposalDesk proposals) {
    this.book = book;
    this.past = past;
    this.desk = desk;
    this.proposals = proposals;
  }

  /** Why it is not so. */
  record DropRequest(@PlainText(max = Wording.NOTE_LIMIT, lines = true) @Nullable String note) {}

  /**
   * How it is instead; without {@code awaits} nothing with a key is awaited, without {@code
   * artefact} (what it is in words) and {@code from} (who owes it) these stay as they are.
   */
  record CorrectRequest(
      @NotNull BlockerClass kind,
      @Nullable String awaits,
      @PlainText(max = Wording.TEXT_LIMIT, blank = true, lines = true) @Nullable String artefact,
      @PlainText(max = Wording.NAME_LIMIT, blank = true) @Nullable String from) {}

  @Operation(summary = "List proposed blockers that wait for a decision")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping("/proposals")
  Page<ProposalView> list(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return book.proposals(project, past.read(project, asOf), cursor, Limit.of(limit).value());
  }

  @Operation(summary = "The proposed blocker is so")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping(BLOCKER + "/confirm")
  ResponseEntity<ChangeResponse> confirm(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @PathVariable long blocker,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      Caller caller) {
    return perform(project, task, ifMatch, new TaskCommand.Confirm(blocker), caller);
  }

  @Operation(summary = "The proposed blocker is not so; no import brings it back")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping(BLOCKER + "/drop")
  ResponseEntity<ChangeResponse> drop(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @PathVariable long blocker,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody(required = false) @Nullable DropRequest request,
      Caller caller) {
    String note = request == null || request.note() == null ? "" : request.note();
    return perform(project, task, ifMatch, new TaskCommand.Drop(blocker, note), caller);
  }

  @Operation(
      summary = "The proposed blocker is so, with another class, key, artefact or from another")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping(BLOCKER + "/correct")
  ResponseEntity<ChangeResponse> correct(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @PathVariable long blocker,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody CorrectRequest request,
      Caller caller) {
    String awaits = request.awaits();
    TargetKey target = awaits == null ? null : Keys.read("awaits", awaits, TargetKey::new);
    var correction =
        new ProposalDesk.Correction(
            blocker, request.kind(), target, request.artefact(), request.from());
    return Answers.changed(
        proposals.correct(project, task, EntityTag.version(ifMatch), correction, caller.actor()));
  }

  private ResponseEntity<ChangeResponse> perform(
      ProjectKey project,
      TaskKey task,
      @Nullable String ifMatch,
      TaskCommand command,
      Caller caller) {
    return Answers.changed(
        desk.perform(project, task, EntityTag.version(ifMatch), command, caller.actor()));
  }
}
