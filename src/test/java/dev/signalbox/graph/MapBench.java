package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.access.Role;
import dev.signalbox.graph.GeneratedPlans.Shape;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Times what is near a task, over HTTP by connections that never rest, against an address of the
 * same service that does nothing but tell who asks; started by {@code bench/peers.sh}.
 */
@SignalboxTest
@EnabledIfSystemProperty(named = "signalbox.bench", matches = "true")
class MapBench {

  private static final int CONNECTIONS = 32;
  private static final int CALLS_EACH = 50;
  private static final int ROUNDS = 21;

  private final ProjectKey project = new ProjectKey("map");
  private final String tasks = "/api/v1/projects/" + project + "/tasks/";

  @Autowired Plan plan;
  @Autowired Graphs graphs;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  @Test
  void tellsWhatIsNear() throws Exception {
    plan.createProject(project, "Map", Actor.person("planner"));
    StoredPlans.write(plan, project, GeneratedPlans.of(Shape.SPRINTS, GeneratedPlans.LARGE, 505));
    PlanGraph graph = graphs.of(project);
    String bearer = people.person(project.value(), Role.VIEWER).bearer();
    List<KeptConnection> connections = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int each = 0; each < CONNECTIONS; each++) {
        connections.add(new KeptConnection(port, bearer));
      }
      checkAnswers(graph, connections.getFirst());
      new Rounds(ROUNDS)
          .way("nothing: who am I", () -> ask(threads, connections, _ -> "/api/v1/me"))
          .way("neighbours", () -> ask(threads, connections, at -> key(graph, at) + "/neighbours"))
          .way(
              "neighbourhood",
              () -> ask(threads, connections, at -> key(graph, at) + "/neighbourhood"))
          .way(
              "neighbourhood of depth 2",
              () -> ask(threads, connections, at -> key(graph, at) + "/neighbourhood?depth=2"))
          .run()
          .print(
              "%,d calls over %d connections, %,d tasks"
                  .formatted(
                      CONNECTIONS * CALLS_EACH, CONNECTIONS, graph.snapshot().tasks().size()));
    } finally {
      for (KeptConnection connection : connections) {
        connection.close();
      }
    }
  }

  /** What is timed are whole answers: all neighbours, and all that stand around. */
  private void checkAnswers(PlanGraph graph, KeptConnection connection) throws IOException {
    var json = JsonMapper.shared();
    for (int at = 0; at < CONNECTIONS; at++) {
      int place = place(graph, at);
      PlanMap map = graph.map();
      JsonNode near = json.readTree(connection.get(key(graph, at) + "/neighbours"));
      assertThat(near.path("waitsFor")).hasSize(map.edgesFrom(place).size());
      assertThat(near.path("waitedForBy")).hasSize(map.edgesTo(place).size());
      for (int depth = 1; depth <= 2; depth++) {
        JsonNode around =
            json.readTree(connection.get(key(graph, at) + "/neighbourhood?depth=" + depth));
        GraphView view = map.around(1, place, depth, PlanMap.Direction.BOTH, Integer.MAX_VALUE);
        assertThat(around.path("nodes")).hasSameSizeAs(view.nodes());
        assertThat(around.path("edges")).hasSameSizeAs(view.edges());
      }
    }
  }

  private String key(PlanGraph graph, int at) {
    return tasks + graph.snapshot().tasks().get(place(graph, at)).key();
  }

  /** Tasks all over the plan, each other one far from the last. */
  private static int place(PlanGraph graph, int at) {
    return (int) (at * 7_919L % graph.snapshot().tasks().size());
  }

  /** Asks on all connections at once; returns how many bytes were answered. */
  private static long ask(
      ExecutorService threads, List<KeptConnection> connections, IntFunction<String> path) {
    List<Callable<Long>> callers = new ArrayList<>();
    for (int caller = 0; caller < connections.size(); caller++) {
      int first = caller * CALLS_EACH;
      KeptConnection connection = connections.get(caller);
      callers.add(
          () -> {
            long bytes = 0;
            for (int call = 0; call < CALLS_EACH; call++) {
              bytes += connection.get(path.apply(first + call)).length;
            }
            return bytes;
          });
    }
    try {
      long bytes = 0;
      for (Future<Long> each : threads.invokeAll(callers)) {
        bytes += each.get();
      }
      return bytes;
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException("a caller failed", failed);
    }
  }
}
