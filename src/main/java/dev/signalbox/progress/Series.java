package dev.signalbox.progress;

import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.PlanPast.Dated;
import dev.signalbox.plan.PlanSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Burndown and cumulative flow: how a plan stood at each of some instants.
 *
 * @param sprint null for the whole plan
 * @param points in the order of time; empty plans where there was none yet
 */
public record Series(@Nullable String sprint, List<Point> points) {

  /** Looks once at each version, however many instants lie in it: those share one snapshot. */
  @SuppressWarnings("ReferenceEquality")
  static Series of(List<Dated> plans, @Nullable String sprint) {
    List<Point> points = new ArrayList<>(plans.size());
    PlanSnapshot last = null;
    PlanGraph graph = null;
    for (Dated plan : plans) {
      if (last == plan.snapshot()) {
        points.add(points.getLast().at(plan.at()));
      } else {
        graph = graph == null ? PlanGraph.of(plan.snapshot()) : graph.advanced(plan.snapshot());
        points.add(Point.of(plan.at(), graph, sprint));
        last = plan.snapshot();
      }
    }
    return new Series(sprint, List.copyOf(points));
  }
}
