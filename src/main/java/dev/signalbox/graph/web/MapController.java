package dev.signalbox.graph.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.graph.GraphView;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.PlanMap;
import dev.signalbox.graph.PlanMap.Direction;
import dev.signalbox.plan.AsOf;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.Cursor;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The graph for machines, in pieces that are bounded: what exceeds a limit is a problem. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "graph")
class MapController {

  /** Most neighbours of a task in one direction. */
  private static final int MAX_NEIGHBOURS = 5_000;

  /** Most nodes of a neighbourhood. */
  private static final int MAX_NEAR = 2_000;

  private final Graphs graphs;
  private final AsOf past;

  MapController(Graphs graphs, AsOf past) {
    this.graphs = graphs;
    this.past = past;
  }

  /** What is at the other end of an edge. */
  record Neighbour(String key, String kind, String state, String text, boolean holding) {

    static Neighbour of(GraphView.Node node, boolean holding) {
      return new Neighbour(node.key(), node.kind(), node.state(), node.text(), holding);
    }
  }

  /** What a task waits for, and what waits for it. */
  record Neighbours(
      long planVersion, String key, List<Neighbour> waitsFor, List<Neighbour> waitedForBy) {}

  /** Ways between two nodes. */
  record Paths(
      long planVersion, String from, String to, List<List<String>> paths, boolean complete) {}

  @GetMapping("/tasks/{task}/neighbours")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(
      summary = "What a task or external item waits for and what waits for it; at most 5,000 each")
  Neighbours neighbours(
      @PathVariable ProjectKey project,
      @PathVariable String task,
      @RequestParam(required = false) @Nullable String asOf) {
    PlanGraph graph = graphs.of(project, past.read(project, asOf));
    PlanMap map = graph.map();
    int place = find(map, task);
    List<GraphView.Edge> down = map.edgesFrom(place);
    List<GraphView.Edge> up = map.edgesTo(place);
    if (Math.max(down.size(), up.size()) > MAX_NEIGHBOURS) {
      throw tooMany(
          task + " has more than " + MAX_NEIGHBOURS + " neighbours. Read the edges by pages.");
    }
    return new Neighbours(
        graph.snapshot().version(),
        task,
        down.stream().map(edge -> Neighbour.of(map.node(edge.to()), edge.holding())).toList(),
        up.stream().map(edge -> Neighbour.of(map.node(edge.from()), edge.holding())).toList());
  }

  @GetMapping("/tasks/{task}/neighbourhood")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "All within some steps of a task; depth 0 to 20, at most 2,000 nodes")
  GraphView neighbourhood(
      @PathVariable ProjectKey project,
      @PathVariable String task,
      @RequestParam(defaultValue = "1") int depth,
      @RequestParam(defaultValue = "BOTH") Direction direction,
      @RequestParam(required = false) @Nullable String asOf) {
    if (depth < 0 || depth > PlanMap.MAX_DEPTH) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "The depth is 0 to " + PlanMap.MAX_DEPTH + ".");
    }
    PlanGraph graph = graphs.of(project, past.read(project, asOf));
    int place = find(graph.map(), task);
    GraphView near =
        graph.map().around(graph.snapshot().version(), place, depth, direction, MAX_NEAR);
    if (near.nodes().size() > MAX_NEAR) {
      throw tooMany("More than " + MAX_NEAR + " nodes are that near. Take a smaller depth.");
    }
    return near;
  }

  @GetMapping("/graph/paths")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Ways from what waits to what it waits for, shortest first; at most 100")
  Paths paths(
      @PathVariable ProjectKey project,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(defaultValue = "1") int limit,
      @RequestParam(required = false) @Nullable String asOf) {
    if (limit < 1 || limit > PlanMap.MAX_WAYS) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "The limit is 1 to " + PlanMap.MAX_WAYS + ".");
    }
    PlanGraph graph = graphs.of(project, past.read(project, asOf));
    PlanMap map = graph.map();
    PlanMap.WaysBetween ways = map.ways(find(map, from), find(map, to), limit);
    return new Paths(graph.snapshot().version(), from, to, ways.ways(), ways.complete());
  }

  @GetMapping("/graph/nodes")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "All nodes of the graph by pages; their places are what edges name")
  Page<GraphView.Node> nodes(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    PlanGraph graph = graphs.of(project, past.read(project, asOf));
    return page("graph-nodes", graph, graph.map().size(), graph.map()::node, cursor, limit);
  }

  @GetMapping("/graph/edges")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "All edges of the graph by pages, by the places of their nodes")
  Page<GraphView.Edge> edges(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    PlanGraph graph = graphs.of(project, past.read(project, asOf));
    return page("graph-edges", graph, graph.map().edges(), graph.map()::edge, cursor, limit);
  }

  /** Places mean something within one version of the plan only, so the cursor is bound to it. */
  private static <T> Page<T> page(
      String list,
      PlanGraph graph,
      int size,
      IntFunction<T> element,
      @Nullable String cursor,
      @Nullable Integer limit) {
    String name = list + "/" + graph.snapshot().project() + "/" + graph.snapshot().version();
    int begin = cursor == null ? 0 : (int) Math.min(size, Cursor.decodeNumber(name, cursor));
    int end = Math.min(size, begin + Limit.of(limit).value());
    String next = end < size ? Cursor.encode(name, List.of(String.valueOf(end))) : null;
    return new Page<>(IntStream.range(begin, end).mapToObj(element).toList(), next);
  }

  private static int find(PlanMap map, String key) {
    return map.find(key)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "The plan has no task or item " + key + "."));
  }

  private static ProblemException tooMany(String words) {
    return new ProblemException(ProblemType.UNPROCESSABLE, words);
  }
}
