package dev.signalbox.dashboard.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.ReleasePage;
import dev.signalbox.gate.Gatekeeper;
import dev.signalbox.plan.ProjectKey;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Whether the project can ship, and on what that rests. */
@Controller
class ReleaseController {

  private final Gatekeeper gates;

  ReleaseController(Gatekeeper gates) {
    this.gates = gates;
  }

  @GetMapping("/projects/{project}/release")
  @Requires(Permission.VIEW_PROJECT)
  String release(@PathVariable ProjectKey project, Model model) {
    model.addAttribute("project", project.value());
    model.addAttribute("self", "/projects/" + project + "/release");
    model.addAttribute("release", ReleasePage.of(gates, project));
    return "release";
  }
}
