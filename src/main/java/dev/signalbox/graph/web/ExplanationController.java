package dev.signalbox.graph.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.graph.BlockedTree;
import dev.signalbox.graph.Explained;
import dev.signalbox.graph.Explanation;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.Parties;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.RankedCause;
import dev.signalbox.graph.text.BlockedTreeText;
import dev.signalbox.graph.text.TreeDiagram;
import dev.signalbox.graph.text.TreeText;
import dev.signalbox.plan.AsOf;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why things are as they are, for people and tools, in the format that they ask for. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "graph")
class ExplanationController {

  private final Graphs graphs;
  private final AsOf past;

  ExplanationController(Graphs graphs, AsOf past) {
    this.graphs = graphs;
    this.past = past;
  }

  /** The root of the tree with its root causes ranked. */
  record ExplanationAnswer(
      long planVersion,
      String key,
      String what,
      String reason,
      List<Explanation> because,
      boolean satisfied,
      List<RankedCause> rootCauses) {

    static ExplanationAnswer of(Explained explained) {
      Explanation tree = explained.tree();
      return new ExplanationAnswer(
          explained.planVersion(),
          tree.key(),
          tree.what(),
          tree.reason(),
          tree.because(),
          tree.satisfied(),
          explained.rootCauses());
    }
  }

  @GetMapping("/tasks/{task}/explanation")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Why a task is where it is: JSON, text, Mermaid or DOT")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ExplanationAnswer.class)))
  ResponseEntity<Object> task(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String format,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    return explain("task", task.value(), PlanGraph::explained, project, asOf, format, accept);
  }

  @GetMapping("/sprints/{sprint}/explanation")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Why a sprint is where it is: JSON, text, Mermaid or DOT")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ExplanationAnswer.class)))
  ResponseEntity<Object> sprint(
      @PathVariable ProjectKey project,
      @PathVariable String sprint,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String format,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    return explain("sprint", sprint, PlanGraph::explainedSprint, project, asOf, format, accept);
  }

  @GetMapping("/blocked-tree")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Who blocks whom, as a document of Markdown or as JSON")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BlockedTree.class)))
  ResponseEntity<Object> blockedTree(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String sprint,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String format,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    Format chosen = Format.of(format, accept, Format.MARKDOWN, Format.JSON);
    BlockedTree tree =
        graphs
            .of(project, past.read(project, asOf))
            .blockedTree(sprint)
            .orElseThrow(() -> unknown("sprint", String.valueOf(sprint)));
    return chosen.answer(chosen == Format.JSON ? tree : BlockedTreeText.of(tree));
  }

  @GetMapping("/parties")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Whom tasks wait for, and what each should deliver first")
  Parties parties(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String sprint,
      @RequestParam(required = false) @Nullable String asOf) {
    PlanGraph graph = graphs.of(project, past.read(project, asOf));
    if (sprint != null && graph.explainSprint(sprint).isEmpty()) {
      throw unknown("sprint", sprint);
    }
    return graph.parties(sprint);
  }

  private ResponseEntity<Object> explain(
      String kind,
      String key,
      BiFunction<PlanGraph, String, Optional<Explained>> explanation,
      ProjectKey project,
      @Nullable String asOf,
      @Nullable String format,
      @Nullable String accept) {
    Format chosen = Format.of(format, accept, Format.JSON, Format.TEXT, Format.MERMAID, Format.DOT);
    PlanGraph graph = graphs.of(project, past.read(project, asOf));
    Explained explained = explanation.apply(graph, key).orElseThrow(() -> unknown(kind, key));
    return chosen.answer(
        switch (chosen) {
          case JSON -> ExplanationAnswer.of(explained);
          case TEXT, MARKDOWN, GRAPHML -> TreeText.of(explained);
          case MERMAID -> TreeDiagram.mermaid(explained.tree());
          case DOT -> TreeDiagram.dot(explained.tree());
        });
  }

  private static ProblemException unknown(String kind, String key) {
    return new ProblemException(ProblemType.NOT_FOUND, "The plan has no " + kind + " " + key + ".");
  }
}
