package dev.signalbox.plan.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectDesk;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.ProjectView;
import dev.signalbox.plan.Wording;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projects over HTTP. */
@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "projects")
class ProjectController {

  private final Plan plan;
  private final ProjectDesk desk;

  ProjectController(Plan plan, ProjectDesk desk) {
    this.plan = plan;
    this.desk = desk;
  }

  record ProjectRequest(
      @NotNull String key, @NotNull @PlainText(max = Wording.NAME_LIMIT) String name) {}

  @Operation(summary = "List the projects that you are a member of; administrators see all")
  @Requires(Permission.SIGNED_IN)
  @GetMapping
  Page<ProjectView> list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit,
      Caller caller) {
    return plan.projects(
        caller.systemAdministrator() ? null : caller.roles().keySet(),
        cursor,
        Limit.of(limit).value());
  }

  @Operation(summary = "Make a project; a person who makes it becomes its administrator")
  @Requires(Permission.ADMINISTER_SYSTEM)
  @PostMapping
  ResponseEntity<ProjectView> create(@Valid @RequestBody ProjectRequest request, Caller caller) {
    ProjectKey key = Keys.read("key", request.key(), ProjectKey::new);
    if (!desk.open(key, request.name(), caller.actor())) {
      throw new ProblemException(
          ProblemType.ALREADY_EXISTS, "There is a project with the key " + key + " already.");
    }
    return ResponseEntity.created(URI.create("/api/v1/projects/" + key))
        .body(plan.project(key).orElseThrow());
  }

  @Operation(summary = "Read a project")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping("/{project}")
  ProjectView read(@PathVariable ProjectKey project) {
    return plan.project(project).orElseThrow(() -> Answers.notThere("project " + project));
  }
}
