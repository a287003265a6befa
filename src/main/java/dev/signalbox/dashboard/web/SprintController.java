package dev.signalbox.dashboard.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.SprintPages;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.ProjectView;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sprint as a board and as a table. */
@Controller
@RequestMapping("/projects/{project}")
class SprintController {

  private final SprintPages pages;
  private final Plan plan;

  SprintController(SprintPages pages, Plan plan) {
    this.pages = pages;
    this.plan = plan;
  }

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  String project(@PathVariable ProjectKey project, Model model, RedirectAttributes redirect) {
    Optional<SprintKey> latest = pages.latest(project);
    if (latest.isPresent()) {
      redirect.addAttribute("sprint", latest.get().value());
      return "redirect:/projects/{project}/sprints/{sprint}";
    }
    String name = plan.project(project).map(ProjectView::name).orElse(project.value());
    model.addAttribute("project", project.value());
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
      Model model) {
    var wish = new SprintPages.Wish(view.equals("table") ? "table" : "board", q, sort);
    model.addAttribute("project", project.value());
    model.addAttribute(
        "page",
        pages
            .page(project, sprint, wish)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "There is no sprint " + sprint.value() + " here.")));
    return "sprint";
  }
}
