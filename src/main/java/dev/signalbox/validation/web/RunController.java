package dev.signalbox.validation.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.validation.JobDefinition;
import dev.signalbox.validation.JobDesk;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.RunSummary;
import dev.signalbox.validation.RunView;
import dev.signalbox.validation.TriggerAnswer;
import dev.signalbox.validation.Validation;
import dev.signalbox.wire.Cursor;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs over HTTP: start, read, cancel. */
@RestController
@RequestMapping("/api/v1/projects/{project}/jobs/{job}/runs")
@Tag(name = "runs", description = "Runs of jobs, their attempts and results")
class RunController {

  private final Validation validation;
  private final JobDesk desk;

  RunController(Validation validation, JobDesk desk) {
    this.validation = validation;
    this.desk = desk;
  }

  @PostMapping
  @Requires(Permission.TRIGGER_JOB)
  @Operation(summary = "Start a run")
  ResponseEntity<RunSummary> trigger(
      @PathVariable ProjectKey project,
      @PathVariable JobKey job,
      @Valid @RequestBody(required = false) @Nullable TriggerRequest request,
      Caller caller) {
    Map<String, String> inputs = request == null ? null : request.inputs();
    if (inputs == null) {
      inputs = Map.of();
    }
    check(inputs);
    return switch (validation.trigger(project, job, inputs, caller.actor())) {
      case TriggerAnswer.Started started ->
          ResponseEntity.created(address(project, job, started.run().number())).body(started.run());
      case TriggerAnswer.NoSuchJob none -> throw JobController.noSuchJob(job);
      case TriggerAnswer.Disabled disabled ->
          throw new ProblemException(ProblemType.CONFLICT, "The job is switched off.");
      case TriggerAnswer.TooManyOpen many ->
          throw new ProblemException(
                  ProblemType.CONFLICT, "Too many runs of this job are not finished.")
              .with("limit", many.limit());
    };
  }

  private static void check(Map<String, String> inputs) {
    try {
      JobDefinition.checkInputs(inputs);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.UNPROCESSABLE, String.valueOf(e.getMessage()));
    }
  }

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "List the runs of a job, newest first")
  Page<RunSummary> list(
      @PathVariable ProjectKey project,
      @PathVariable JobKey job,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    if (desk.job(project, job).isEmpty()) {
      throw JobController.noSuchJob(job);
    }
    String list = "runs/" + project + "/" + job;
    long below = cursor == null ? Long.MAX_VALUE : Cursor.decodeNumber(list, cursor);
    Page<RunSummary> page = validation.runs(project, job, below, Limit.of(limit).value());
    String next = page.next();
    return new Page<>(page.items(), next == null ? null : Cursor.encode(list, List.of(next)));
  }

  @GetMapping("/{number}")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Read one run with its attempts and results")
  RunView one(
      @PathVariable ProjectKey project, @PathVariable JobKey job, @PathVariable long number) {
    return validation.run(project, job, number).orElseThrow(() -> noSuchRun(job, number));
  }

  @PostMapping("/{number}/cancel")
  @Requires(Permission.TRIGGER_JOB)
  @Operation(summary = "Cancel a run; a success that is reported later counts as late")
  RunView cancel(
      @PathVariable ProjectKey project,
      @PathVariable JobKey job,
      @PathVariable long number,
      Caller caller) {
    return switch (validation.cancel(project, job, number, caller.actor())) {
      case CANCELLED -> one(project, job, number);
      case ALREADY_OVER ->
          throw new ProblemException(ProblemType.CONFLICT, "The run is over already.");
      case NO_SUCH_RUN -> throw noSuchRun(job, number);
    };
  }

  private static URI address(ProjectKey project, JobKey job, long number) {
    return URI.create("/api/v1/projects/%s/jobs/%s/runs/%d".formatted(project, job, number));
  }

  private static ProblemException noSuchRun(JobKey job, long number) {
    return new ProblemException(
        ProblemType.NOT_FOUND, "The job " + job + " has no run " + number + ".");
  }

  /** Values for this run, in addition to the job's or instead. */
  record TriggerRequest(@Nullable @Size(max = 50) Map<String, @NotNull String> inputs) {}
}
