package dev.signalbox.dashboard.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.Causes;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.ProjectKey;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What holds the most, and what to free first. */
@Controller
class BlockersController {

  private final Graphs graphs;
  private final Causes causes;

  BlockersController(Graphs graphs, Causes causes) {
    this.graphs = graphs;
    this.causes = causes;
  }

  @GetMapping("/projects/{project}/blockers")
  @Requires(Permission.VIEW_PROJECT)
  String blockers(@PathVariable ProjectKey project, Model model) {
    PlanGraph graph = graphs.of(project);
    model.addAttribute("project", project.value());
    model.addAttribute("here", "/projects/" + project + "/blockers");
    model.addAttribute("causes", causes.rows(graph));
    model.addAttribute("critical", graph.criticalPath());
    model.addAttribute("cycles", graph.cycles());
    return "blockers";
  }
}
