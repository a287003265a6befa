package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The graph for machines against the graph for people, and its bounds. */
class PlanMapTests {

  private static final PlanMap DIAMOND =
      new TestPlan()
          .task("A", TaskState.DONE)
          .task("B", TaskState.TODO, "A")
          .task("C", TaskState.TODO, "A")
          .task("D", TaskState.TODO, "B", "C", "A")
          .graph()
          .map();

  private static int place(PlanMap map, String key) {
    return map.find(key).orElseThrow();
  }

  @Test
  void numbersTheSameNodesAndEdgesAsTheView() {
    var plans = new RandomPlans(77);
    for (int round = 0; round < 500; round++) {
      PlanSnapshot plan = plans.next();
      PlanGraph graph = PlanGraph.of(plan);
      PlanMap map = graph.map();

      assertThat(IntStream.range(0, map.size()).mapToObj(map::node).toList())
          .isEqualTo(graph.view().nodes());
      assertThat(IntStream.range(0, map.edges()).mapToObj(map::edge).toList())
          .isEqualTo(graph.view().edges());
      Set<GraphView.Edge> up = new HashSet<>();
      IntStream.range(0, map.size()).forEach(node -> up.addAll(map.edgesTo(node)));
      assertThat(up).isEqualTo(new HashSet<>(graph.view().edges()));
    }
  }

  @Test
  void findsAllWaysTheShortestFirst() {
    var ways = DIAMOND.ways(place(DIAMOND, "D"), place(DIAMOND, "A"), 10);

    assertThat(ways.ways())
        .containsExactly(List.of("D", "A"), List.of("D", "B", "A"), List.of("D", "C", "A"));
    assertThat(ways.complete()).isTrue();
    assertThat(DIAMOND.ways(place(DIAMOND, "D"), place(DIAMOND, "A"), 2).complete()).isFalse();
    assertThat(DIAMOND.ways(place(DIAMOND, "A"), place(DIAMOND, "D"), 2).ways()).isEmpty();
  }

  @Test
  void endsWhereThereAreTooManyWaysToTry() {
    var plan = new TestPlan();
    for (int task = 0; task < 60; task++) {
      String[] all =
          IntStream.range(Math.max(0, task - 8), task)
              .mapToObj(t -> "T" + t)
              .toArray(String[]::new);
      plan.task("T" + task, TaskState.TODO, all);
    }
    PlanMap map = plan.graph().map();

    var ways = map.ways(place(map, "T59"), place(map, "T0"), PlanMap.MAX_WAYS);

    assertThat(ways.complete()).isFalse();
  }

  @Test
  void reachesAsFarAsAskedInTheDirectionThatIsAsked() {
    int b = place(DIAMOND, "B");

    assertThat(keys(b, 0, PlanMap.Direction.BOTH)).containsExactly("B");
    assertThat(keys(b, 1, PlanMap.Direction.WAITS_FOR)).containsExactly("B", "A");
    assertThat(keys(b, 1, PlanMap.Direction.HOLDS)).containsExactly("B", "D");
    assertThat(keys(b, 2, PlanMap.Direction.BOTH)).containsExactlyInAnyOrder("A", "B", "C", "D");
    assertThat(DIAMOND.around(1, b, 2, PlanMap.Direction.BOTH, 10).edges()).hasSize(5);
    assertThat(DIAMOND.around(1, b, 2, PlanMap.Direction.BOTH, 2).nodes()).hasSize(3);
  }

  private static List<String> keys(int place, int depth, PlanMap.Direction way) {
    return DIAMOND.around(1, place, depth, way, 10).nodes().stream()
        .map(GraphView.Node::key)
        .toList();
  }
}
