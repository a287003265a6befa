package dev.signalbox.plan.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskCommand;
import dev.signalbox.plan.TaskDesk;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.Wording;
import dev.signalbox.plan.web.Answers.ChangeResponse;
import dev.signalbox.wire.EntityTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people do to a task over HTTP; each takes the task's ETag as If-Match. */
@RestController
@RequestMapping("/api/v1/projects/{project}/tasks/{task}")
@Tag(name = "tasks")
class TaskVerbController {

  private static final String IF_MATCH = "If-Match";

  private final TaskDesk desk;

  TaskVerbController(TaskDesk desk) {
    this.desk = desk;
  }

  record BlockRequest(
      @NotNull BlockerClass kind,
      @NotNull @PlainText(max = Wording.NOTE_LIMIT, lines = true) String reason,
      @Nullable String awaits,
      @Day @Nullable LocalDate since) {}

  /** Without {@code blocker} all of them. */
  record UnblockRequest(
      @Nullable Long blocker,
      @NotNull @PlainText(max = Wording.NOTE_LIMIT, lines = true) String note) {}

  /** The override says why it is done although something still holds it. */
  record FinishRequest(
      @PlainText(max = Wording.NOTE_LIMIT, lines = true) @Nullable String override) {}

  record CancelRequest(@NotNull @PlainText(max = Wording.NOTE_LIMIT, lines = true) String reason) {}

  @Operation(summary = "Somebody works on it from now on")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping("/start")
  ResponseEntity<ChangeResponse> start(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      Caller caller) {
    return perform(project, task, ifMatch, new TaskCommand.Start(), caller);
  }

  @Operation(summary = "It is held, with class and reason")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping("/block")
  ResponseEntity<ChangeResponse> block(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody BlockRequest request,
      Caller caller) {
    String awaits = request.awaits();
    TargetKey target = awaits == null ? null : Keys.read("awaits", awaits, TargetKey::new);
    return perform(
        project,
        task,
        ifMatch,
        new TaskCommand.Block(request.kind(), request.reason(), target, request.since()),
        caller);
  }

  @Operation(summary = "A blocker, or all of them, hold no more")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping("/unblock")
  ResponseEntity<ChangeResponse> unblock(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody UnblockRequest request,
      Caller caller) {
    TaskCommand unblock = new TaskCommand.Unblock(request.blocker(), request.note());
    return perform(project, task, ifMatch, unblock, caller);
  }

  @Operation(summary = "It is done; over open dependencies only with a stated override")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping("/finish")
  ResponseEntity<ChangeResponse> finish(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody(required = false) @Nullable FinishRequest request,
      Caller caller) {
    String override = request == null ? null : request.override();
    return perform(project, task, ifMatch, new TaskCommand.Finish(override), caller);
  }

  @Operation(summary = "It is not ended after all")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping("/reopen")
  ResponseEntity<ChangeResponse> reopen(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      Caller caller) {
    return perform(project, task, ifMatch, new TaskCommand.Reopen(), caller);
  }

  @Operation(summary = "It is not needed; what depends on it stays held")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping("/cancel")
  ResponseEntity<ChangeResponse> cancel(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody CancelRequest request,
      Caller caller) {
    return perform(project, task, ifMatch, new TaskCommand.Cancel(request.reason()), caller);
  }

  @Operation(summary = "It waits for this key; a circle is refused with its path")
  @Requires(Permission.EDIT_PLAN)
  @PutMapping("/dependencies/{target}")
  ResponseEntity<ChangeResponse> link(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @PathVariable TargetKey target,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      Caller caller) {
    return perform(project, task, ifMatch, new TaskCommand.AddDependency(target), caller);
  }

  @Operation(summary = "It waits for this key no more")
  @Requires(Permission.EDIT_PLAN)
  @DeleteMapping("/dependencies/{target}")
  ResponseEntity<ChangeResponse> unlink(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @PathVariable TargetKey target,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      Caller caller) {
    return perform(project, task, ifMatch, new TaskCommand.RemoveDependency(target), caller);
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
