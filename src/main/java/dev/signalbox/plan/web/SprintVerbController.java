package dev.signalbox.plan.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.SprintWarden;
import dev.signalbox.plan.Wording;
import dev.signalbox.plan.web.Answers.ChangeResponse;
import dev.signalbox.wire.EntityTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people do to a sprint as a whole over HTTP; each takes the sprint's ETag as If-Match. */
@RestController
@RequestMapping("/api/v1/projects/{project}/sprints/{sprint}")
@Tag(name = "sprints")
class SprintVerbController {

  private static final String IF_MATCH = "If-Match";

  private final SprintWarden warden;

  SprintVerbController(SprintWarden warden) {
    this.warden = warden;
  }

  /** The name is that of the sprint's own lines. */
  record WaiveRequest(
      @NotNull @PlainText(max = Wording.TITLE_LIMIT) String name,
      @NotNull @PlainText(max = Wording.NOTE_LIMIT, lines = true) String reason) {}

  record UnwaiveRequest(@NotNull @PlainText(max = Wording.TITLE_LIMIT) String name) {}

  @Operation(summary = "Leave the sprint out of lists; refused while it has open tasks")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping("/archive")
  ResponseEntity<ChangeResponse> archive(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      Caller caller) {
    return Answers.changed(
        warden.archive(project, sprint, EntityTag.version(ifMatch), caller.actor()));
  }

  @Operation(summary = "Bring an archived sprint back into lists")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping("/unarchive")
  ResponseEntity<ChangeResponse> unarchive(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      Caller caller) {
    return Answers.changed(
        warden.unarchive(project, sprint, EntityTag.version(ifMatch), caller.actor()));
  }

  @Operation(summary = "The sprint need not wait for that other one, for a reason")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping("/dependencies/waive")
  ResponseEntity<ChangeResponse> waive(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody WaiveRequest request,
      Caller caller) {
    long expected = EntityTag.version(ifMatch);
    return Answers.changed(
        warden.waive(project, sprint, expected, request.name(), request.reason(), caller.actor()));
  }

  @Operation(summary = "The sprint waits for that other one after all")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping("/dependencies/unwaive")
  ResponseEntity<ChangeResponse> unwaive(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody UnwaiveRequest request,
      Caller caller) {
    long expected = EntityTag.version(ifMatch);
    return Answers.changed(
        warden.unwaive(project, sprint, expected, request.name(), caller.actor()));
  }
}
