package dev.signalbox.dashboard.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.AttemptRow;
import dev.signalbox.dashboard.JobOverview;
import dev.signalbox.dashboard.RunRow;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.validation.CancelAnswer;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.RunView;
import dev.signalbox.validation.TriggerAnswer;
import dev.signalbox.validation.Validation;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Jobs, their runs, and what was reported of each attempt. */
@Controller
@RequestMapping("/projects/{project}/jobs")
class JobsController {

  private final JobOverview jobs;
  private final Validation validation;
  private final Clock clock;

  JobsController(JobOverview jobs, Validation validation, Clock clock) {
    this.jobs = jobs;
    this.validation = validation;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  String jobs(@PathVariable ProjectKey project, Model model) {
    model.addAttribute("project", project.value());
    model.addAttribute("self", "/projects/" + project + "/jobs");
    model.addAttribute("jobs", jobs.rows(project));
    model.addAttribute("runs", jobs.recent(project));
    return "jobs";
  }

  @GetMapping("/{job}")
  @Requires(Permission.VIEW_PROJECT)
  String job(
      @PathVariable ProjectKey project,
      @PathVariable JobKey job,
      @RequestParam(defaultValue = "9223372036854775807") long below,
      Caller caller,
      Model model) {
    return job(project, job, below, caller, null, model);
  }

  @PostMapping("/{job}/runs")
  @Requires(Permission.TRIGGER_JOB)
  String trigger(
      @PathVariable ProjectKey project, @PathVariable JobKey job, Caller caller, Model model) {
    return switch (validation.trigger(project, job, Map.of(), caller.actor())) {
      case TriggerAnswer.Started started ->
          "redirect:/projects/{project}/jobs/{job}/runs/" + started.run().number();
      case TriggerAnswer.NoSuchJob _ -> throw noSuchJob(job);
      case TriggerAnswer.Disabled _ ->
          job(project, job, Long.MAX_VALUE, caller, "The job is switched off.", model);
      case TriggerAnswer.TooManyOpen open ->
          job(
              project,
              job,
              Long.MAX_VALUE,
              caller,
              open.limit() + " of its runs are not finished yet; wait or cancel some.",
              model);
    };
  }

  @GetMapping("/{job}/runs/{number}")
  @Requires(Permission.VIEW_PROJECT)
  String run(
      @PathVariable ProjectKey project,
      @PathVariable JobKey job,
      @PathVariable long number,
      Caller caller,
      Model model) {
    RunView run = validation.run(project, job, number).orElseThrow(() -> noSuchRun(job, number));
    RunRow row = RunRow.of(project.value(), run.summary(), clock.instant());
    model.addAttribute("project", project.value());
    model.addAttribute("self", row.href());
    model.addAttribute("row", row);
    model.addAttribute("run", run);
    model.addAttribute("attempts", run.attempts().stream().map(AttemptRow::of).toList());
    model.addAttribute(
        "mayCancel",
        run.summary().outcome() == null && caller.may(Permission.TRIGGER_JOB, project.value()));
    return "run";
  }

  @PostMapping("/{job}/runs/{number}/cancel")
  @Requires(Permission.TRIGGER_JOB)
  String cancel(
      @PathVariable ProjectKey project,
      @PathVariable JobKey job,
      @PathVariable long number,
      Caller caller) {
    if (validation.cancel(project, job, number, caller.actor()) == CancelAnswer.NO_SUCH_RUN) {
      throw noSuchRun(job, number);
    }
    return "redirect:/projects/{project}/jobs/{job}/runs/{number}";
  }

  private String job(
      ProjectKey project,
      JobKey key,
      long below,
      Caller caller,
      @Nullable String refusal,
      Model model) {
    var job = jobs.job(project, key).orElseThrow(() -> noSuchJob(key));
    var runs = validation.runs(project, key, below, Page.DEFAULT_LIMIT);
    Instant now = clock.instant();
    String self = "/projects/" + project + "/jobs/" + key;
    model.addAttribute("project", project.value());
    model.addAttribute("self", below == Long.MAX_VALUE ? self : null);
    model.addAttribute("job", job);
    model.addAttribute("starts", jobs.starts(job));
    model.addAttribute("deadline", jobs.span(job.runDeadline()));
    model.addAttribute("silence", jobs.span(job.silenceLimit()));
    model.addAttribute("freshness", job.freshness() == null ? "ever" : jobs.span(job.freshness()));
    model.addAttribute(
        "runs", runs.items().stream().map(run -> RunRow.of(project.value(), run, now)).toList());
    model.addAttribute("older", runs.next() == null ? null : self + "?below=" + runs.next());
    model.addAttribute("mayTrigger", caller.may(Permission.TRIGGER_JOB, project.value()));
    model.addAttribute("refusal", refusal);
    return "job";
  }

  private static ProblemException noSuchJob(JobKey job) {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no job " + job + " here.");
  }

  private static ProblemException noSuchRun(JobKey job, long number) {
    return new ProblemException(
        ProblemType.NOT_FOUND, "There is no run " + number + " of the job " + job + " here.");
  }
}
