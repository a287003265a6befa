package dev.signalbox.dashboard.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.SprintPages;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanVerdict;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.ProjectView;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.SprintWarden;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sprint as a board and as a table, now or on a day of the past, and its own verbs. */
@Controller
@RequestMapping("/projects/{project}")
class SprintController {

  private static final String BACK = "redirect:/projects/{project}/sprints/{sprint}";
  private static final SprintPages.Wish PLAIN = new SprintPages.Wish("board", "", "plan", null);

  private final SprintPages pages;
  private final SprintWarden warden;
  private final Plan plan;
  private final PastDay days;

  SprintController(SprintPages pages, SprintWarden warden, Plan plan, PastDay days) {
    this.pages = pages;
    this.warden = warden;
    this.plan = plan;
    this.days = days;
  }

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  String project(@PathVariable ProjectKey project, Model model, RedirectAttributes redirect) {
    Optional<SprintKey> latest = pages.latest(project);
    if (latest.isPresent()) {
      redirect.addAttribute("sprint", latest.get().value());
      return BACK;
    }
    String name = plan.project(project).map(ProjectView::name).orElse(project.value());
    model.addAttribute("project", project.value());
    model.addAttribute("mayEdit", false);
    model.addAttribute("refusals", List.of());
    model.addAttribute("page", pages.blank(project, name));
    return "sprint";
  }

  @GetMapping("/sprints/{sprint}")
  @Requires(Permission.VIEW_PROJECT)
  String sprint(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestParam(defaultValue = "board") String view,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "plan") String sort,
      @RequestParam(required = false) @Nullable String asOf,
      Caller caller,
      Model model) {
    PastDay.Past past = days.read(project, asOf, model);
    var wish =
        new SprintPages.Wish(
            view.equals("table") ? "table" : "board", q, sort, PastDay.instant(past));
    return show(project, sprint, wish, List.of(), caller, model);
  }

  @PostMapping("/sprints/{sprint}/archive")
  @Requires(Permission.EDIT_PLAN)
  String archive(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestParam long version,
      Caller caller,
      Model model) {
    return answer(
        project, sprint, warden.archive(project, sprint, version, caller.actor()), caller, model);
  }

  @PostMapping("/sprints/{sprint}/unarchive")
  @Requires(Permission.EDIT_PLAN)
  String unarchive(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestParam long version,
      Caller caller,
      Model model) {
    return answer(
        project, sprint, warden.unarchive(project, sprint, version, caller.actor()), caller, model);
  }

  @PostMapping("/sprints/{sprint}/waive")
  @Requires(Permission.EDIT_PLAN)
  String waive(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestParam long version,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String reason,
      Caller caller,
      Model model) {
    return answer(
        project,
        sprint,
        warden.waive(project, sprint, version, name, reason, caller.actor()),
        caller,
        model);
  }

  @PostMapping("/sprints/{sprint}/unwaive")
  @Requires(Permission.EDIT_PLAN)
  String unwaive(
      @PathVariable ProjectKey project,
      @PathVariable SprintKey sprint,
      @RequestParam long version,
      @RequestParam String name,
      Caller caller,
      Model model) {
    return answer(
        project,
        sprint,
        warden.unwaive(project, sprint, version, name, caller.actor()),
        caller,
        model);
  }

  private String answer(
      ProjectKey project, SprintKey sprint, PlanVerdict verdict, Caller caller, Model model) {
    List<String> refusals = Refusals.of(verdict, "sprint");
    if (refusals.isEmpty()) {
      return BACK;
    }
    days.read(project, null, model);
    return show(project, sprint, PLAIN, refusals, caller, model);
  }

  private String show(
      ProjectKey project,
      SprintKey key,
      SprintPages.Wish wish,
      List<String> refusals,
      Caller caller,
      Model model) {
    model.addAttribute("project", project.value());
    model.addAttribute("refusals", refusals);
    model.addAttribute(
        "mayEdit", wish.asOf() == null && caller.may(Permission.EDIT_PLAN, project.value()));
    model.addAttribute("sprint", pages.sprint(project, wish.asOf(), key).orElse(null));
    model.addAttribute(
        "page",
        pages.page(project, key, wish).orElseThrow(() -> Refusals.notThere("sprint", key.value())));
    return "sprint";
  }
}
