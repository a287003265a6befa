package dev.signalbox.plan.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.AsOf;
import dev.signalbox.plan.BlockerView;
import dev.signalbox.plan.NewTask;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskCommand;
import dev.signalbox.plan.TaskDesk;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskLine;
import dev.signalbox.plan.TaskQuery;
import dev.signalbox.plan.TaskSort;
import dev.signalbox.plan.TaskState;
import dev.signalbox.plan.TaskView;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks over HTTP: what people declared. What is true of them is at the graph's addresses. */
@RestController
@RequestMapping("/api/v1/projects/{project}/tasks")
@Tag(name = "tasks")
class TaskController {

  private static final int TARGETS = 200;

  private final PlanBook book;
  private final AsOf past;
  private final TaskDesk desk;

  TaskController(PlanBook book, AsOf past, TaskDesk desk) {
    this.book = book;
    this.past = past;
    this.desk = desk;
  }

  /** A new task; it begins as TODO. */
  record NewTaskRequest(
      @NotNull String key,
      @NotNull String sprint,
      @NotNull @PlainText(max = Wording.TEXT_LIMIT, lines = true) String text,
      @Size(max = Wording.OWNERS_LIMIT)
          @Nullable List<@NotNull @PlainText(max = Wording.NAME_LIMIT) String> owners,
      @PlainText(max = Wording.TITLE_LIMIT, blank = true) @Nullable String source,
      @Size(max = TARGETS) @Nullable List<@NotNull String> dependsOn) {}

  /** What shall be different; what is left out stays. */
  record TaskEditRequest(
      @PlainText(max = Wording.TEXT_LIMIT, lines = true) @Nullable String text,
      @Size(max = Wording.OWNERS_LIMIT)
          @Nullable List<@NotNull @PlainText(max = Wording.NAME_LIMIT) String> owners,
      @Nullable String sprint) {}

  @Operation(summary = "List tasks by declared state, owner, sprint or words")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping
  Page<TaskLine> list(
      @PathVariable ProjectKey project,
      @RequestParam(name = "state", required = false) @Nullable Set<TaskState> states,
      @RequestParam(required = false) @PlainText(max = Wording.NAME_LIMIT) @Nullable String owner,
      @RequestParam(required = false) @Nullable SprintKey sprint,
      @RequestParam(name = "q", required = false) @PlainText(max = Wording.NAME_LIMIT)
          @Nullable String words,
      @RequestParam(defaultValue = "PLAN") TaskSort sort,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return book.tasks(
        project,
        past.read(project, asOf),
        new TaskQuery(
            states == null ? Set.of() : states,
            owner,
            sprint,
            words,
            sort,
            cursor,
            Limit.of(limit).value()));
  }

  @Operation(summary = "Add a task behind the others of its sprint")
  @Requires(Permission.EDIT_PLAN)
  @PostMapping
  ResponseEntity<ChangeResponse> create(
      @PathVariable ProjectKey project, @Valid @RequestBody NewTaskRequest request, Caller caller) {
    TaskKey key = Keys.read("key", request.key(), TaskKey::new);
    List<String> targets = request.dependsOn() == null ? List.of() : request.dependsOn();
    NewTask draft =
        new NewTask(
            key,
            Keys.read("sprint", request.sprint(), SprintKey::new),
            request.text(),
            request.owners() == null ? List.of() : request.owners(),
            request.source() == null ? "" : request.source(),
            targets.stream().map(t -> Keys.read("dependsOn", t, TargetKey::new)).toList());
    return Answers.created(
        desk.create(project, draft, caller.actor()),
        "/api/v1/projects/{project}/tasks/{task}",
        project,
        key);
  }

  @Operation(summary = "Read a task with its dependencies, blockers and log rows")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping("/{task}")
  ResponseEntity<TaskView> read(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestParam(required = false) @Nullable String asOf) {
    Instant at = past.read(project, asOf);
    TaskView view = view(project, at, task);
    return Answers.read(view, at, view.version());
  }

  @Operation(summary = "List the blockers of a task: those that hold first, then the newest")
  @Requires(Permission.VIEW_PROJECT)
  @GetMapping("/{task}/blockers")
  Page<BlockerView> blockers(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestParam(required = false) @Nullable String asOf) {
    return new Page<>(view(project, past.read(project, asOf), task).blockers(), null);
  }

  @Operation(summary = "Change the text, the owners or the sprint of a task")
  @Requires(Permission.EDIT_PLAN)
  @PatchMapping("/{task}")
  ResponseEntity<ChangeResponse> edit(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody TaskEditRequest request,
      Caller caller) {
    String sprint = request.sprint();
    TaskCommand edit =
        new TaskCommand.Edit(
            request.text(),
            request.owners(),
            sprint == null ? null : Keys.read("sprint", sprint, SprintKey::new));
    return Answers.changed(
        desk.perform(project, task, EntityTag.version(ifMatch), edit, caller.actor()));
  }

  private TaskView view(ProjectKey project, @Nullable Instant at, TaskKey task) {
    return book.task(project, at, task).orElseThrow(() -> Answers.notThere("task " + task));
  }
}
