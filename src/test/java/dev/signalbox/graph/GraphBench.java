package dev.signalbox.graph;

import dev.signalbox.graph.GeneratedPlans.Shape;
import dev.signalbox.graph.rows.CauseLabels;
import dev.signalbox.graph.rows.Components;
import dev.signalbox.graph.rows.LongestPath;
import dev.signalbox.graph.rows.Rows;
import dev.signalbox.plan.PlanSnapshot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Measures each pass over a graph against a bare nested loop over the same arrays; started by
 * {@code bench/graph.sh}. Rounds are interleaved, and each ratio is the median of the rounds'.
 */
final class GraphBench {

  private static final String DEBIAN = "debian-bookworm-source-build-depends";

  private final Map<String, LongSupplier> works = new LinkedHashMap<>();
  private final Map<String, long[]> nanos = new LinkedHashMap<>();
  private final int rounds;

  private GraphBench(int rounds) {
    this.rounds = rounds;
  }

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
    var bench = new GraphBench(plan.tasks().size() > 200_000 ? 9 : 61);
    bench.works.put("bare loop, edges in order of work", () -> bareLoop(edges));
    bench.works.put("all: snapshot to graph", () -> Passes.over(plan).paths().depth.length);
    bench.works.put("keys to rows", () -> Links.of(plan).holding().target.length);
    bench.works.put("components, order of work", () -> new Components(rows).count());
    bench.works.put("causes", () -> new Causes(links, passes.components()).all.size());
    bench.works.put("labels (who alone holds what)", () -> new CauseLabels(edges, causes.of).of[0]);
    bench.works.put("critical path", () -> new LongestPath(passes.components(), open).depth[0]);
    bench.works.put("ranked root causes", () -> Ranking.of(passes).size());
    bench.run();
    System.out.printf(
        "%n### %s: %,d tasks, %,d dependencies, %,d of them holding, %,d root causes%n%n",
        name,
        plan.tasks().size(),
        links.declared().target.length,
        rows.target.length,
        causes.all.size());
    System.out.printf(
        "first, cold: %.1f ms; load average %.1f; medians of %d rounds%n%n",
        first, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), bench.rounds);
    bench.print();
  }

  private void run() {
    works.keySet().forEach(name -> nanos.put(name, new long[rounds]));
    for (int round = -rounds / 2; round < rounds; round++) {
      for (Map.Entry<String, LongSupplier> each : works.entrySet()) {
        long taken = time(each.getValue());
        if (round >= 0) {
          nanos.getOrDefault(each.getKey(), new long[rounds])[round] = taken;
        }
      }
    }
  }

  private void print() {
    long[] bare = nanos.values().iterator().next();
    System.out.println("| what | ms | ratio to the bare loop |\n|---|---:|---:|");
    nanos.forEach(
        (name, taken) -> {
          double[] ratios = new double[rounds];
          Arrays.setAll(ratios, round -> (double) taken[round] / bare[round]);
          Arrays.sort(ratios);
          long[] sorted = taken.clone();
          Arrays.sort(sorted);
          System.out.printf(
              "| %s | %.3f | %.2f |%n", name, sorted[rounds / 2] / 1e6, ratios[rounds / 2]);
        });
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

  private static long time(LongSupplier work) {
    long begin = System.nanoTime();
    long result = work.getAsLong();
    long taken = System.nanoTime() - begin;
    if (result == Long.MIN_VALUE) {
      throw new IllegalStateException("keeps the work from being optimised away");
    }
    return taken;
  }
}
