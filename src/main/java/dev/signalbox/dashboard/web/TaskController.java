package dev.signalbox.dashboard.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.Links;
import dev.signalbox.dashboard.TaskPage;
import dev.signalbox.dashboard.TaskPages;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.TaskCommand;
import dev.signalbox.plan.TaskDesk;
import dev.signalbox.plan.TaskKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One task: why it is where it is, and the verbs that change it. */
@Controller
@RequestMapping("/projects/{project}/tasks/{task}")
class TaskController {

  /** The page's forms; each takes the version from the part of the page that stays fresh. */
  private static final List<String> FORMS =
      List.of("do-start", "do-unblock", "do-finish", "do-reopen", "do-block", "do-override");

  private final TaskPages pages;
  private final TaskDesk desk;
  private final PastDay days;

  TaskController(TaskPages pages, TaskDesk desk, PastDay days) {
    this.pages = pages;
    this.desk = desk;
    this.days = days;
  }

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  String task(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestParam(required = false) @Nullable String asOf,
      Caller caller,
      Model model) {
    return show(project, task, asOf, caller, List.of(), model);
  }

  @PostMapping("/start")
  @Requires(Permission.EDIT_PLAN)
  String start(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestParam long version,
      Caller caller,
      Model model) {
    return perform(project, task, version, new TaskCommand.Start(), caller, model);
  }

  @PostMapping("/unblock")
  @Requires(Permission.EDIT_PLAN)
  String unblock(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestParam long version,
      Caller caller,
      Model model) {
    var command = new TaskCommand.Unblock(null, "all blockers resolved on the page");
    return perform(project, task, version, command, caller, model);
  }

  @PostMapping("/block")
  @Requires(Permission.EDIT_PLAN)
  String block(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestParam long version,
      @RequestParam String reason,
      @RequestParam BlockerClass kind,
      Caller caller,
      Model model) {
    var command = new TaskCommand.Block(kind, reason.strip(), null, null);
    return perform(project, task, version, command, caller, model);
  }

  @PostMapping("/finish")
  @Requires(Permission.EDIT_PLAN)
  String finish(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestParam long version,
      @RequestParam(defaultValue = "") String override,
      Caller caller,
      Model model) {
    var command = new TaskCommand.Finish(override.isBlank() ? null : override.strip());
    return perform(project, task, version, command, caller, model);
  }

  @PostMapping("/reopen")
  @Requires(Permission.EDIT_PLAN)
  String reopen(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestParam long version,
      Caller caller,
      Model model) {
    return perform(project, task, version, new TaskCommand.Reopen(), caller, model);
  }

  private String perform(
      ProjectKey project,
      TaskKey task,
      long version,
      TaskCommand command,
      Caller caller,
      Model model) {
    List<String> refusals =
        Refusals.of(desk.perform(project, task, version, command, caller.actor()), "task");
    return refusals.isEmpty()
        ? "redirect:/projects/{project}/tasks/{task}"
        : show(project, task, null, caller, refusals, model);
  }

  private String show(
      ProjectKey project,
      TaskKey key,
      @Nullable String asOf,
      Caller caller,
      List<String> refusals,
      Model model) {
    PastDay.Past past = days.read(project, asOf, model);
    TaskPage page =
        pages
            .page(project, PastDay.instant(past), key)
            .orElseThrow(() -> Refusals.notThere("task", key.value()));
    boolean mayEdit = past == null && caller.may(Permission.EDIT_PLAN, project.value());
    model.addAttribute("project", project.value());
    model.addAttribute("self", "/projects/" + project + "/tasks/" + Links.segment(key.value()));
    model.addAttribute(
        "api", "/api/v1/projects/" + project + "/tasks/" + Links.segment(key.value()));
    model.addAttribute(
        "proposed",
        mayEdit
            && !page.task().state().isEnded()
            && page.task().blockers().stream()
                .anyMatch(b -> b.holds() && b.standing() == Standing.PROPOSED));
    model.addAttribute("page", page);
    model.addAttribute("refusals", refusals);
    model.addAttribute("forms", FORMS);
    model.addAttribute("mayEdit", mayEdit);
    model.addAttribute("mayBlock", mayEdit && !page.task().state().isEnded());
    model.addAttribute("mayFinish", mayEdit && page.needsOverride());
    model.addAttribute("blockerKinds", BlockerClass.values());
    return "task";
  }
}
