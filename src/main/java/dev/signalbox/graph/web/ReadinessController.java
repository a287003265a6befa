package dev.signalbox.graph.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.graph.Derived;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.GraphPicture;
import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.AsOf;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import dev.signalbox.wire.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is true of tasks, and why. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "graph")
class ReadinessController {

  private final Graphs graphs;
  private final AsOf past;

  ReadinessController(Graphs graphs, AsOf past) {
    this.graphs = graphs;
    this.past = past;
  }

  @GetMapping("/readiness")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Derived states of all tasks, with root causes and contradictions")
  Page<TaskReadiness> readiness(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable DerivedState state,
      @RequestParam(required = false) @Nullable String sprint,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    PlanGraph graph = graphs.of(project, past.read(project, asOf));
    List<Task> tasks = graph.snapshot().tasks();
    List<Integer> shown =
        IntStream.range(0, tasks.size())
            .filter(at -> sprint == null || tasks.get(at).sprint().equals(sprint))
            .filter(at -> state == null || state == stateOf(graph, tasks.get(at)))
            .boxed()
            .toList();
    return Slice.of("readiness/" + project, shown, at -> tasks.get(at).key().value(), cursor, limit)
        .map(at -> TaskReadiness.of(tasks.get(at), graph.all().get(at)));
  }

  @GetMapping("/tasks/{task}/readiness")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "Derived state of one task, with root causes and contradiction")
  TaskReadiness readiness(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestParam(required = false) @Nullable String asOf) {
    PlanGraph graph = graphs.of(project, past.read(project, asOf));
    Derived derived = graph.derived(task.value()).orElseThrow(() -> unknown(task));
    Task declared =
        graph.snapshot().tasks().stream()
            .filter(each -> each.key().equals(task))
            .findFirst()
            .orElseThrow(() -> unknown(task));
    return TaskReadiness.of(declared, derived);
  }

  @GetMapping("/tasks/{task}/picture")
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "A task and what is near it, laid out in layers")
  GraphPicture picture(
      @PathVariable ProjectKey project,
      @PathVariable TaskKey task,
      @RequestParam(defaultValue = "2") int radius,
      @RequestParam(required = false) @Nullable String asOf) {
    if (radius < 0 || radius > GraphPicture.MAX_RADIUS) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "The radius is 0 to " + GraphPicture.MAX_RADIUS + ".");
    }
    return graphs
        .of(project, past.read(project, asOf))
        .pictureAround(task.value(), radius)
        .orElseThrow(() -> unknown(task));
  }

  private static @Nullable DerivedState stateOf(PlanGraph graph, Task task) {
    return graph.state(task.key().value()).orElse(null);
  }

  private static ProblemException unknown(TaskKey task) {
    return new ProblemException(ProblemType.NOT_FOUND, "The plan has no task " + task + ".");
  }
}
