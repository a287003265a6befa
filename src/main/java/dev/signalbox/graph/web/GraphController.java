package dev.signalbox.graph.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.graph.GraphView;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.PlanMap;
import dev.signalbox.graph.RankedCause;
import dev.signalbox.graph.text.PlanPlot;
import dev.signalbox.plan.AsOf;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import dev.signalbox.wire.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
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
  private final AsOf past;

  GraphController(Graphs graphs, AsOf past) {
    this.graphs = graphs;
    this.past = past;
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
      @RequestParam(required = false) @Nullable String sprint,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    PlanGraph graph = graphs.of(project, past.read(project, asOf));
    List<RankedCause> ranked = sprint == null ? graph.rootCauses() : graph.rootCausesOf(sprint);
    return Slice.of("blockers/" + project, ranked, each -> each.cause().id(), cursor, limit)
        .map(each -> each);
  }

  @GetMapping("/critical-path")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "The longest chain of open tasks")
  CriticalPath criticalPath(
      @PathVariable ProjectKey project, @RequestParam(required = false) @Nullable String asOf) {
    PlanGraph graph = graphs.of(project, past.read(project, asOf));
    return new CriticalPath(graph.snapshot().version(), graph.criticalPath());
  }

  @GetMapping("/cycles")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Open tasks that wait for each other in circles")
  Cycles cycles(
      @PathVariable ProjectKey project, @RequestParam(required = false) @Nullable String asOf) {
    PlanGraph graph = graphs.of(project, past.read(project, asOf));
    return new Cycles(graph.snapshot().version(), graph.cycles());
  }

  @GetMapping("/graph")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(
      summary =
          "The whole graph: JSON up to 50,000 edges, Mermaid up to 500, DOT and GraphML of any size")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = GraphView.class)))
  @Nullable GraphView graph(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String format,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletResponse response)
      throws IOException {
    Format chosen =
        Format.of(format, accept, Format.JSON, Format.DOT, Format.GRAPHML, Format.MERMAID);
    PlanGraph graph = graphs.of(project, past.read(project, asOf));
    PlanMap map = graph.map();
    if (chosen == Format.JSON) {
      limit(map, MAX_EDGES);
      return graph.view();
    }
    if (chosen == Format.MERMAID) {
      limit(map, PlanPlot.MAX_MERMAID_EDGES);
    }
    response.setContentType(chosen.contentType());
    write(chosen, map, response.getWriter());
    return null;
  }

  private static void write(Format format, PlanMap map, Appendable out) throws IOException {
    switch (format) {
      case MERMAID -> PlanPlot.mermaid(map, out);
      case DOT -> PlanPlot.dot(map, out);
      case GRAPHML -> PlanPlot.graphml(map, out);
      case JSON, TEXT, MARKDOWN -> throw new IllegalArgumentException("not streamed: " + format);
    }
  }

  private static void limit(PlanMap map, int most) {
    if (map.edges() > most) {
      throw new ProblemException(
          ProblemType.UNPROCESSABLE,
          "The plan has more than " + most + " edges. Read it by pages or around a task.");
    }
  }
}
