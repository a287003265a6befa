package dev.signalbox.graph;

import dev.signalbox.graph.GeneratedPlans.Shape;
import dev.signalbox.graph.rows.CauseLabels;
import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.LongestPath;
import dev.signalbox.graph.rows.Rows;
import dev.signalbox.plan.PlanSnapshot;
import java.io.IOException;

/**
 * Measures each pass over a graph against a bare nested loop over the same arrays; started by
 * {@code bench/graph.sh}. Rounds are interleaved, and each ratio is the median of the rounds'.
 */
final class GraphBench {

  private static final String DEBIAN = "debian-bookworm-source-build-depends";

  private GraphBench() {}

  static void main(String[] args) throws IOException {
    String[] names =
        args.length > 0
            ? args
            : new String[] {"SPRINTS:40000", "CHAINS:40000", "ADVERSARIAL:40000", DEBIAN};
    for (String name : names) {
      int colon = name.indexOf(':');
      PlanSnapshot plan =
          colon < 0
              ? GraphFile.read(name).snapshot()
              : GeneratedPlans.of(
                  Shape.valueOf(name.substring(0, colon)),
                  Integer.parseInt(name.substring(colon + 1)),
                  505);
      measure(name, plan);
    }
  }

  private static void measure(String name, PlanSnapshot plan) {
    long begin = System.nanoTime();
    Passes passes = Passes.over(plan);
    double first = (System.nanoTime() - begin) / 1e6;
    Links links = passes.links();
    Rows rows = links.holding();
    Rows edges = passes.components().edges;
    int[] open = passes.openTasks(_ -> true);
    Causes causes = passes.causes();
    var bench = new Rounds(plan.tasks().size() > 200_000 ? 9 : 61);
    bench.way("bare loop, edges in order of work", () -> bareLoop(edges));
    bench.way("all: snapshot to graph", () -> Passes.over(plan).paths().depth.length);
    bench.way("keys to rows", () -> Links.of(plan).holding().target.length);
    bench.way("components, order of work", () -> new Components(rows).count());
    bench.way("causes", () -> new Causes(links, passes.components()).all.size());
    bench.way("labels (who alone holds what)", () -> new CauseLabels(edges, causes.of).of[0]);
    bench.way("critical path", () -> new LongestPath(passes.components(), open).depth[0]);
    bench.way("ranked root causes", () -> Ranking.of(passes).size());
    bench
        .run()
        .print(
            "%s: %,d tasks, %,d dependencies, %,d of them holding, %,d root causes; first, cold: %.1f ms"
                .formatted(
                    name,
                    plan.tasks().size(),
                    links.declared().target.length,
                    rows.target.length,
                    causes.all.size(),
                    first));
  }

  /** Loads and stores what every pass has to load and store, and decides nothing. */
  private static long bareLoop(Rows rows) {
    int[] value = new int[rows.nodes()];
    for (int node = 0; node < value.length; node++) {
      int sum = node;
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        sum += value[rows.target[at]];
      }
      value[node] = sum;
    }
    return value.length == 0 ? 0 : value[value.length - 1];
  }
}
