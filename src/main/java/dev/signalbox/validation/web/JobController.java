package dev.signalbox.validation.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.validation.JobAnswer;
import dev.signalbox.validation.JobDesk;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.JobView;
import dev.signalbox.wire.Cursor;
import dev.signalbox.wire.EntityTag;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
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

/** Definitions of jobs over HTTP. */
@RestController
@RequestMapping("/api/v1/projects/{project}/jobs")
@Tag(name = "jobs", description = "Validation jobs and their definitions")
class JobController {

  private final JobDesk desk;

  JobController(JobDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "List the jobs of a project by key")
  Page<JobView> list(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    String list = "jobs/" + project;
    String after = cursor == null ? "" : Cursor.decode(list, cursor, 1).getFirst();
    Page<JobView> page = desk.jobs(project, after, Limit.of(limit).value());
    String next = page.next();
    return new Page<>(page.items(), next == null ? null : Cursor.encode(list, List.of(next)));
  }

  @GetMapping("/{job}")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Read one job")
  ResponseEntity<JobView> one(@PathVariable ProjectKey project, @PathVariable JobKey job) {
    JobView view = desk.job(project, job).orElseThrow(() -> noSuchJob(job));
    return ResponseEntity.ok().eTag(EntityTag.of(view.version())).body(view);
  }

  @PostMapping
  @Requires(Permission.DEFINE_JOB)
  @Operation(summary = "Define a job; a target secret that is made here is shown once")
  ResponseEntity<JobResponse> define(
      @PathVariable ProjectKey project, @Valid @RequestBody JobRequest request, Caller caller) {
    JobKey job = request.newKey();
    return switch (desk.define(project, job, request.definition(), caller.actor())) {
      case JobAnswer.Saved saved ->
          ResponseEntity.created(URI.create("/api/v1/projects/%s/jobs/%s".formatted(project, job)))
              .eTag(EntityTag.of(saved.job().version()))
              .body(new JobResponse(saved.job(), saved.madeSecret()));
      case JobAnswer.AlreadyExists exists ->
          throw new ProblemException(
              ProblemType.ALREADY_EXISTS, "The project has a job " + job + " already.");
      case JobAnswer.NeedsSecret needs -> throw needsSecret();
      case JobAnswer.NoSuchJob none -> throw noSuchJob(job);
      case JobAnswer.Stale stale -> throw stale(stale);
    };
  }

  @PutMapping("/{job}")
  @Requires(Permission.DEFINE_JOB)
  @Operation(summary = "Replace the definition of a job")
  ResponseEntity<JobResponse> edit(
      @PathVariable ProjectKey project,
      @PathVariable JobKey job,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody JobRequest request,
      Caller caller) {
    long version = EntityTag.version(ifMatch);
    if (request.key() != null && !request.key().equals(job.value())) {
      throw new ProblemException(ProblemType.UNPROCESSABLE, "The key of a job never changes.");
    }
    return switch (desk.edit(project, job, version, request.definition(), caller.actor())) {
      case JobAnswer.Saved saved ->
          ResponseEntity.ok()
              .eTag(EntityTag.of(saved.job().version()))
              .body(new JobResponse(saved.job(), saved.madeSecret()));
      case JobAnswer.NoSuchJob none -> throw noSuchJob(job);
      case JobAnswer.NeedsSecret needs -> throw needsSecret();
      case JobAnswer.Stale stale -> throw stale(stale);
      case JobAnswer.AlreadyExists exists ->
          throw new IllegalStateException("an edit makes no new job");
    };
  }

  static ProblemException noSuchJob(JobKey job) {
    return new ProblemException(ProblemType.NOT_FOUND, "The project has no job " + job + ".");
  }

  private static ProblemException needsSecret() {
    return new ProblemException(
        ProblemType.UNPROCESSABLE,
        "State the target's secret: a token is kept only while adapter and url stay the same.");
  }

  private static ProblemException stale(JobAnswer.Stale stale) {
    return new ProblemException(
            ProblemType.PRECONDITION_FAILED,
            "The job was changed since you read it. Read it again, then decide.")
        .with("currentVersion", stale.currentVersion());
  }

  /** A stored job; {@code targetSecret} only in the answer to the request that had it made. */
  record JobResponse(JobView job, @Nullable String targetSecret) {}
}
