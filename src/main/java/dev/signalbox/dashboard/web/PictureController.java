package dev.signalbox.dashboard.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.Picture;
import dev.signalbox.graph.GraphPicture;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The plan, or what is around one task, as a picture. */
@Controller
class PictureController {

  private static final List<Integer> RADII = List.of(1, 2, 3, 5, GraphPicture.MAX_RADIUS);

  private final Graphs graphs;
  private final PastDay days;

  PictureController(Graphs graphs, PastDay days) {
    this.graphs = graphs;
    this.days = days;
  }

  @GetMapping("/projects/{project}/graph")
  @Requires(Permission.VIEW_PROJECT)
  String graph(
      @PathVariable ProjectKey project,
      @RequestParam(defaultValue = "") String around,
      @RequestParam(defaultValue = "2") int radius,
      @RequestParam(required = false) @Nullable String asOf,
      Model model) {
    String root = around.strip();
    PastDay.Past past = days.read(project, asOf, model);
    GraphPicture layout = layout(graphs.of(project, PastDay.instant(past)), root, radius);
    model.addAttribute("project", project.value());
    model.addAttribute(
        "self",
        past != null
            ? null
            : UriComponentsBuilder.fromPath("/projects/" + project + "/graph")
                .queryParam("around", root)
                .queryParam("radius", radius)
                .encode()
                .toUriString());
    model.addAttribute("around", root);
    model.addAttribute("radius", radius);
    model.addAttribute("radii", RADII);
    model.addAttribute(
        "picture", layout.nodes().isEmpty() ? null : Picture.of(project, layout, root));
    return "graph";
  }

  private static GraphPicture layout(PlanGraph graph, String root, int radius) {
    if (root.isEmpty()) {
      return graph.picture();
    }
    if (radius < 1 || radius > GraphPicture.MAX_RADIUS) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "How far is 1 to " + GraphPicture.MAX_RADIUS + " steps.");
    }
    return graph
        .pictureAround(root, radius)
        .orElseThrow(
            () ->
                new ProblemException(ProblemType.NOT_FOUND, "There is no task " + root + " here."));
  }
}
