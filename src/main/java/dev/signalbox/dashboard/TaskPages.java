package dev.signalbox.dashboard;

import dev.signalbox.graph.Graphs;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskView;
import dev.signalbox.timeline.TimelineReader;
import dev.signalbox.validation.Validation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a task shows. */
@Component
public class TaskPages {

  private static final int AROUND = 2;
  private static final int HELD = 50;
  private static final int RUNS = 20;
  private static final int HISTORY = 30;

  private final PlanBook book;
  private final Graphs graphs;
  private final Validation validation;
  private final TimelineReader timeline;
  private final Clock clock;

  TaskPages(
      PlanBook book, Graphs graphs, Validation validation, TimelineReader timeline, Clock clock) {
    this.book = book;
    this.graphs = graphs;
    this.validation = validation;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * The page of the task; empty if the project has no such task.
   *
   * @param asOf an instant of the past, or null for now; runs are shown now only
   */
  public Optional<TaskPage> page(ProjectKey project, @Nullable Instant asOf, TaskKey key) {
    return book.task(project, asOf, key).flatMap(task -> page(project, asOf, task));
  }

  private Optional<TaskPage> page(ProjectKey project, @Nullable Instant asOf, TaskView task) {
    PlanGraph graph = graphs.of(project, asOf);
    String key = task.key();
    return graph
        .derived(key)
        .flatMap(
            derived ->
                graph
                    .explain(key)
                    .map(
                        why ->
                            new TaskPage(
                                task,
                                derived,
                                why,
                                graph.heldBy(key).stream().limit(HELD).toList(),
                                picture(project, graph, key),
                                asOf == null ? runs(project, key) : List.of(),
                                EntryRow.history(timeline, project, "task", key, asOf, HISTORY))));
  }

  private static @Nullable Picture picture(ProjectKey project, PlanGraph graph, String key) {
    return graph
        .pictureAround(key, AROUND)
        .filter(layout -> layout.nodes().size() > 1)
        .map(layout -> Picture.of(project, layout, key))
        .orElse(null);
  }

  private List<RunRow> runs(ProjectKey project, String key) {
    return validation.runsOfTask(project, key, RUNS).stream()
        .map(run -> RunRow.of(project.value(), run, clock.instant()))
        .toList();
  }
}
