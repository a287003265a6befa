package dev.signalbox.plan.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.AsOf;
import dev.signalbox.plan.LogView;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.RiskView;
import dev.signalbox.plan.SprintDesk;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.Wording;
import dev.signalbox.plan.web.Answers.ChangeResponse;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The execution log, decisions and risks of a sprint over HTTP. */
@RestController
@RequestMapping("/api/v1/projects/{project}/sprints/{sprint}")
@Tag(name = "sprints")
class LogController {

  private final PlanBook book;
  private final AsOf past;
  private final SprintDesk desk;

  LogController(PlanBook book, AsOf past, SprintDesk desk) {
    this.book = book;
    this.past = past;
    this.desk = desk;
  }

  /** A new log row; without {@code on} its day is unknown, without {@code owner} it is yours. */
  record LogRequest(
      @Day @Nullable LocalDate on,
      @NotNull @PlainText(max = Wording.TEXT_LIMIT, lines = true) String text,
      @PlainText(max = Wording.NAME_LIMIT) @Nullable String owner) {}

  record RiskRequest(@NotNull @PlainText(max = Wording.TEXT_LIMIT, lines = true) String text) {}

  @Operation(summary = "Read the execution log")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping("/log")
  Page<LogView> log(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    Instant at = past.read(project, asOf);
    existing(project, at, sprint);
    return book.log(project, at, sprint, cursor, Limit.of(limit).value());
  }

  @Operation(summary = "Add a row to the execution log")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping("/log")
  ResponseEntity<ChangeResponse> addLog(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @Valid @RequestBody LogRequest request,
      Caller caller) {
    String owner = request.owner() == null ? caller.actor().name() : request.owner();
    return Answers.created(
        desk.addLog(project, sprint, request.on(), request.text(), owner, caller.actor()),
        "/api/v1/projects/{project}/sprints/{sprint}/log",
        project,
        sprint);
  }

  @Operation(summary = "Read decisions and risks")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping("/risks")
  Page<RiskView> risks(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    Instant at = past.read(project, asOf);
    existing(project, at, sprint);
    return book.risks(project, at, sprint, cursor, Limit.of(limit).value());
  }

  @Operation(summary = "Add a line to decisions and risks")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping("/risks")
  ResponseEntity<ChangeResponse> addRisk(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @Valid @RequestBody RiskRequest request,
      Caller caller) {
    return Answers.created(
        desk.addRisk(project, sprint, request.text(), caller.actor()),
        "/api/v1/projects/{project}/sprints/{sprint}/risks",
        project,
        sprint);
  }

  private void existing(ProjectKey project, @Nullable Instant at, SprintKey sprint) {
    if (book.sprint(project, at, sprint).isEmpty()) {
      throw Answers.notThere("sprint " + sprint);
    }
  }
}
