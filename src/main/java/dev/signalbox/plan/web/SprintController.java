package dev.signalbox.plan.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.AsOf;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintDesk;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.SprintLines;
import dev.signalbox.plan.SprintView;
import dev.signalbox.plan.Wording;
import dev.signalbox.plan.web.Answers.ChangeResponse;
import dev.signalbox.wire.EntityTag;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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

/** Sprints over HTTP. */
@RestController
@RequestMapping("/api/v1/projects/{project}/sprints")
@Tag(name = "sprints")
class SprintController {

  private static final int NAMES = 100;

  private final PlanBook book;
  private final AsOf past;
  private final SprintDesk desk;

  SprintController(PlanBook book, AsOf past, SprintDesk desk) {
    this.book = book;
    this.past = past;
    this.desk = desk;
  }

  /** A new sprint; what is left out is empty. */
  record NewSprintRequest(
      @NotNull String key,
      @NotNull @PlainText(max = Wording.TITLE_LIMIT) String title,
      @PlainText(max = Wording.TITLE_LIMIT, blank = true) @Nullable String section,
      @PlainText(max = Wording.TEXT_LIMIT, blank = true, lines = true) @Nullable String summary,
      @Size(max = NAMES)
          @Nullable List<@NotNull @PlainText(max = Wording.TITLE_LIMIT) String> dependsOn) {}

  /** All own lines of a sprint; what is left out is empty. */
  record SprintRequest(
      @NotNull @PlainText(max = Wording.TITLE_LIMIT) String title,
      @PlainText(max = Wording.TITLE_LIMIT, blank = true) @Nullable String section,
      @PlainText(max = Wording.TEXT_LIMIT, blank = true, lines = true) @Nullable String summary,
      @Size(max = NAMES)
          @Nullable List<@NotNull @PlainText(max = Wording.TITLE_LIMIT) String> dependsOn) {}

  @Operation(summary = "List the sprints with their tasks counted by declared state")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping
  Page<SprintView> list(
      @PathVariable ProjectKey project,
      @RequestParam(defaultValue = "false") boolean archived,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return book.sprints(
        project, past.read(project, asOf), archived, cursor, Limit.of(limit).value());
  }

  @Operation(summary = "Add a sprint")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping
  ResponseEntity<ChangeResponse> create(
      @PathVariable ProjectKey project,
      @Valid @RequestBody NewSprintRequest request,
      Caller caller) {
    SprintKey key = Keys.read("key", request.key(), SprintKey::new);
    SprintLines lines =
        lines(request.title(), request.section(), request.summary(), request.dependsOn());
    return Answers.created(
        desk.create(project, key, lines, caller.actor()),
        "/api/v1/projects/{project}/sprints/{sprint}",
        project,
        key);
  }

  @Operation(summary = "Read a sprint")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping("/{sprint}")
  ResponseEntity<SprintView> read(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestParam(required = false) @Nullable String asOf) {
    Instant at = past.read(project, asOf);
    SprintView view =
        book.sprint(project, at, sprint).orElseThrow(() -> Answers.notThere("sprint " + sprint));
    return Answers.read(view, at, view.version());
  }

  @Operation(summary = "Replace the sprint's own lines")
  @Requires(Permission.EDIT_PLAN)
  @PutMapping("/{sprint}")
  ResponseEntity<ChangeResponse> edit(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody SprintRequest request,
      Caller caller) {
    SprintLines lines =
        lines(request.title(), request.section(), request.summary(), request.dependsOn());
    return Answers.changed(
        desk.edit(project, sprint, EntityTag.version(ifMatch), lines, caller.actor()));
  }

  private static SprintLines lines(
      String title,
      @Nullable String section,
      @Nullable String summary,
      @Nullable List<String> dependsOn) {
    return new SprintLines(
        title,
        section == null ? "" : section,
        summary == null ? "" : summary,
        dependsOn == null ? List.of() : dependsOn);
  }
}
