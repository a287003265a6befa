package dev.signalbox.graph;

import dev.signalbox.graph.rows.Rows;
import dev.signalbox.plan.PlanSnapshot;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Measures how long a snapshot and all analyses take on the Debian graph; started by {@code
 * bench/graph.sh}. The yardstick is a bare nested loop over the same rows.
 */
final class GraphBench {

  private static final int WARM_UP = 30;
  private static final int ROUNDS = 51;
  private static final String DEFAULT = "debian-bookworm-source-build-depends";

  private GraphBench() {}

  static void main(String[] args) throws IOException {
    String name = args.length == 0 ? DEFAULT : args[0];
    PlanSnapshot plan = GraphFile.read(name).snapshot();
    Rows rows = Links.of(plan).holding();
    System.out.printf(
        "%s: %,d tasks, %,d edges; medians of %d rounds after %d%n",
        name, plan.tasks().size(), rows.target.length, ROUNDS, WARM_UP);
    long first = time(() -> analyse(plan));
    double all = median(() -> analyse(plan));
    double links = median(() -> Links.of(plan).holding().target.length);
    double loop = median(() -> nestedLoop(rows));
    System.out.printf("first, cold                     %9.2f ms%n", first / 1e6);
    System.out.printf("snapshot and all analyses       %9.2f ms%n", all);
    System.out.printf("  of it keys to rows            %9.2f ms%n", links);
    System.out.printf("  of it the passes              %9.2f ms%n", all - links);
    System.out.printf("bare nested loop, same rows     %9.3f ms%n", loop);
    System.out.printf("ratio, passes to bare loop      %9.1f%n", (all - links) / loop);
    System.out.printf("ratio, everything to bare loop  %9.1f%n", all / loop);
  }

  private static long analyse(PlanSnapshot plan) {
    PlanGraph graph = PlanGraph.of(plan);
    long check = graph.counts().size();
    check += graph.rootCauses().size();
    check += graph.cycles().size();
    check += graph.in(DerivedState.READY).size();
    check += graph.criticalPath().size();
    return check + graph.heldBy(graph.all().getFirst().key()).size();
  }

  private static long nestedLoop(Rows rows) {
    long sum = 0;
    for (int node = 0; node < rows.nodes(); node++) {
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        sum += rows.target[at] ^ node;
      }
    }
    return sum;
  }

  private static double median(LongSupplier work) {
    for (int round = 0; round < WARM_UP; round++) {
      time(work);
    }
    long[] nanos = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      nanos[round] = time(work);
    }
    Arrays.sort(nanos);
    return nanos[ROUNDS / 2] / 1e6;
  }

  private static long time(LongSupplier work) {
    long begin = System.nanoTime();
    long result = work.getAsLong();
    long nanos = System.nanoTime() - begin;
    if (result == Long.MIN_VALUE) {
      throw new IllegalStateException("keeps the work from being optimised away");
    }
    return nanos;
  }
}
