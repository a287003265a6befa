package dev.signalbox.graph.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.graph.GraphView;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.RankedCause;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is true of a plan as a whole. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "graph")
class GraphController {

  private static final int MAX_EDGES = 50_000;

  private final Graphs graphs;

  GraphController(Graphs graphs) {
    this.graphs = graphs;
  }

  /** The longest chain of open tasks, from the one to begin with. */
  record CriticalPath(long planVersion, List<String> tasks) {}

  /** Circles of open tasks, each with its keys in order. */
  record Cycles(long planVersion, List<List<String>> cycles) {}

  @GetMapping("/blockers")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Root causes, ranked by what they free")
  Page<RankedCause> blockers(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    List<RankedCause> ranked = graphs.of(project).rootCauses();
    return Slice.of("blockers/" + project, ranked, each -> each.cause().id(), cursor, limit)
        .map(each -> each);
  }

  @GetMapping("/critical-path")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "The longest chain of open tasks")
  CriticalPath criticalPath(@PathVariable ProjectKey project) {
    PlanGraph graph = graphs.of(project);
    return new CriticalPath(graph.snapshot().version(), graph.criticalPath());
  }

  @GetMapping("/cycles")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Open tasks that wait for each other in circles")
  Cycles cycles(@PathVariable ProjectKey project) {
    PlanGraph graph = graphs.of(project);
    return new Cycles(graph.snapshot().version(), graph.cycles());
  }

  @GetMapping("/graph")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Nodes and edges, for pictures; edges by the places of their nodes")
  GraphView graph(@PathVariable ProjectKey project) {
    GraphView view = graphs.of(project).view();
    if (view.edges().size() > MAX_EDGES) {
      throw new ProblemException(
          ProblemType.UNPROCESSABLE,
          "The plan has more than " + MAX_EDGES + " edges. Read it by pages or around a task.");
    }
    return view;
  }
}
