package dev.signalbox.dashboard.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.CauseRow;
import dev.signalbox.dashboard.Causes;
import dev.signalbox.dashboard.PartyRow;
import dev.signalbox.dashboard.ProposalRow;
import dev.signalbox.dashboard.WhatIf;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.simulation.Simulator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Whom tasks wait for, what to free first, and what would be if that were gone. */
@Controller
class BlockersController {

  private static final int SUPPOSED = 50;

  private final Graphs graphs;
  private final Causes causes;
  private final Simulator simulator;
  private final PastDay days;

  BlockersController(Graphs graphs, Causes causes, Simulator simulator, PastDay days) {
    this.graphs = graphs;
    this.causes = causes;
    this.simulator = simulator;
    this.days = days;
  }

  @GetMapping("/projects/{project}/blockers")
  @Requires(Permission.VIEW_PROJECT)
  String blockers(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String sprint,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam MultiValueMap<String, String> asked,
      Model model) {
    // Not a parameter of its own: Spring would cut the one key with a comma in it in two.
    List<String> whatif = asked.getOrDefault("whatif", List.of());
    String scope = sprint == null || sprint.isBlank() ? null : sprint;
    PastDay.Past past = days.read(project, asOf, model);
    PlanGraph graph = graphs.of(project, PastDay.instant(past));
    if (scope != null && graph.explainSprint(scope).isEmpty()) {
      throw Refusals.notThere("sprint", scope);
    }
    boolean supposes = past == null && !whatif.isEmpty();
    String path = "/projects/" + project + "/blockers";
    UriComponentsBuilder here = UriComponentsBuilder.fromPath(path);
    if (scope != null) {
      here.queryParam("sprint", scope);
    }
    model.addAttribute("project", project.value());
    model.addAttribute("path", path);
    model.addAttribute("here", past == null ? here.encode().toUriString() : null);
    model.addAttribute("sprint", scope);
    model.addAttribute("proposalCount", ProposalRow.open(graph));
    model.addAttribute("headline", graph.parties(scope).headline());
    List<PartyRow> parties = causes.parties(graph, scope, days.day(past));
    model.addAttribute("parties", parties);
    model.addAttribute("most", most(parties));
    model.addAttribute("critical", graph.criticalPath());
    model.addAttribute("cycles", graph.cycles());
    model.addAttribute(
        "whatIf",
        supposes
            ? WhatIf.ask(simulator, graph, project, whatif.stream().limit(SUPPOSED).toList())
            : null);
    return "blockers";
  }

  /** How many tasks the largest cause holds, which is how long a bar can be. */
  private static int most(List<PartyRow> parties) {
    return parties.stream()
        .flatMap(party -> party.causes().stream())
        .mapToInt(CauseRow::holds)
        .reduce(1, Math::max);
  }
}
