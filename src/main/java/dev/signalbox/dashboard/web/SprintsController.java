package dev.signalbox.dashboard.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.SprintPages;
import dev.signalbox.importer.ExportedDocument;
import dev.signalbox.importer.Exporter;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.SprintView;
import dev.signalbox.wire.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All sprints of a project, and each as the document that it would be given back as. */
@Controller
@RequestMapping("/projects/{project}/sprints")
class SprintsController {

  private final SprintPages pages;
  private final Exporter exporter;
  private final PastDay days;

  SprintsController(SprintPages pages, Exporter exporter, PastDay days) {
    this.pages = pages;
    this.exporter = exporter;
    this.days = days;
  }

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  String sprints(
      @PathVariable ProjectKey project,
      @RequestParam(defaultValue = "false") boolean archived,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String asOf,
      Model model) {
    PastDay.Past past = days.read(project, asOf, model);
    Page<SprintView> page = pages.list(project, PastDay.instant(past), archived, cursor);
    model.addAttribute("project", project.value());
    model.addAttribute("archived", archived);
    model.addAttribute("sprints", page.items());
    model.addAttribute("next", page.next());
    return "sprints";
  }

  @GetMapping("/{sprint}/document")
  @Requires(Permission.VIEW_PROJECT)
  String document(@PathVariable ProjectKey project, @PathVariable SprintKey sprint, Model model) {
    ExportedDocument exported =
        exporter
            .export(project, sprint, null)
            .orElseThrow(() -> Refusals.notThere("sprint", sprint.value()));
    model.addAttribute("project", project.value());
    model.addAttribute("sprint", sprint.value());
    model.addAttribute("exported", exported);
    return "document";
  }
}
