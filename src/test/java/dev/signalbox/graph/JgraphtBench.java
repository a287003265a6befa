package dev.signalbox.graph;

import dev.signalbox.graph.GeneratedPlans.Shape;
import dev.signalbox.graph.rows.Rows;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jgrapht.Graph;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Times the order of work and the critical path against JGraphT's on the same numbered edges, and
 * weighs what each keeps; started by {@code bench/peers.sh}.
 */
@EnabledIfSystemProperty(named = "signalbox.bench", matches = "true")
class JgraphtBench {

  private static final int ROUNDS = 61;

  @ParameterizedTest
  @EnumSource(names = {"SPRINTS", "CHAINS"})
  void ordersAndFindsTheCriticalPath(Shape shape) {
    int tasks = Integer.getInteger("signalbox.bench.tasks", GeneratedPlans.LARGE);
    Rows rows = Links.of(GeneratedPlans.of(shape, tasks, 505)).declared();
    int[] steps = new int[rows.nodes()];
    Arrays.fill(steps, 1);
    var usual = JgraphtPlan.usual(rows);
    var sparse = JgraphtPlan.sparse(rows);
    JgraphtTests.assertAgree(OrderedPlan.of(rows, steps), JgraphtPlan.of(usual, steps));
    JgraphtTests.assertAgree(OrderedPlan.of(rows, steps), JgraphtPlan.of(sparse, steps));
    new Rounds(ROUNDS)
        .way("here", () -> OrderedPlan.of(rows, steps).critical().size())
        .way("JGraphT, DefaultDirectedGraph", () -> critical(usual, steps))
        .way("JGraphT, SparseIntDirectedGraph", () -> critical(sparse, steps))
        .run()
        .print(
            "Order of work and critical path, %s: %,d nodes, %,d edges"
                .formatted(shape, rows.nodes(), rows.target.length));
    long ours = weigh(() -> OrderedPlan.of(copy(rows), steps));
    printHeap("here", ours, ours);
    printHeap("JGraphT, DefaultDirectedGraph", weighed(() -> JgraphtPlan.usual(rows), steps), ours);
    printHeap(
        "JGraphT, SparseIntDirectedGraph", weighed(() -> JgraphtPlan.sparse(rows), steps), ours);
  }

  private static <E> long critical(Graph<Integer, E> graph, int[] steps) {
    return JgraphtPlan.of(graph, steps).critical.size();
  }

  private static Rows copy(Rows rows) {
    return new Rows(rows.start.clone(), rows.target.clone());
  }

  /** A graph together with what was found in it, since both are kept to answer from. */
  private static <E> long weighed(Supplier<Graph<Integer, E>> made, int[] steps) {
    return weigh(
        () -> {
          Graph<Integer, E> graph = made.get();
          return List.of(graph, JgraphtPlan.of(graph, steps));
        });
  }

  /** Bytes of heap that live as long as what is made. */
  private static long weigh(Supplier<?> made) {
    long before = used();
    Object kept = made.get();
    try {
      return used() - before;
    } finally {
      Reference.reachabilityFence(kept);
    }
  }

  private static long used() {
    for (int again = 0; again < 3; again++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void printHeap(String what, long bytes, long ours) {
    System.out.printf("heap, %s: %.2f MB, %.1f%n", what, bytes / 1e6, (double) bytes / ours);
  }
}
