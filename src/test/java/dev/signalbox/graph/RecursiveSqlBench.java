package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.graph.GeneratedPlans.Shape;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Times what a task holds, and what is blocked, against {@code WITH RECURSIVE} in the database that
 * the plan is stored in; started by {@code bench/peers.sh}.
 */
@SignalboxTest
@EnabledIfSystemProperty(named = "signalbox.bench", matches = "true")
class RecursiveSqlBench {

  private static final int ROUNDS = 21;

  private final ProjectKey project = new ProjectKey("recursion");
  private final Random random = new Random(3);

  @Autowired Plan plan;
  @Autowired Graphs graphs;
  @Autowired JdbcClient jdbc;

  private String key = "";

  @Test
  void walksThePlan() {
    plan.createProject(project, "Recursion", Actor.person("planner"));
    StoredPlans.write(plan, project, GeneratedPlans.of(Shape.SPRINTS, GeneratedPlans.LARGE, 505));
    jdbc.sql("vacuum analyze").update();
    var database = new RecursiveSql(jdbc, project);
    PlanGraph graph = graphs.of(project);
    PlanSnapshot snapshot = graph.snapshot();
    List<String> open = open(snapshot);
    var held =
        new Rounds(ROUNDS)
            .way("here", () -> graph.heldBy(key).size())
            .way("WITH RECURSIVE", () -> database.heldBy(key).size())
            .run(_ -> take(open, graph, database));
    held.print("What an open task holds, directly or not: " + size(snapshot));
    assertThat(database.blocked())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(graph.in(DerivedState.BLOCKED));
    var blocked =
        new Rounds(ROUNDS)
            .way("here, of the graph that is kept", () -> graph.in(DerivedState.BLOCKED).size())
            .way("here, the whole graph anew", () -> blocked(PlanGraph.of(snapshot)))
            .way("WITH RECURSIVE", () -> database.blocked().size())
            .run();
    blocked.print("All %,d blocked tasks".formatted(blocked(graph)));
  }

  /** The next task to ask for, of which both say the same. */
  private void take(List<String> open, PlanGraph graph, RecursiveSql database) {
    key = open.get(random.nextInt(open.size()));
    assertThat(database.heldBy(key)).containsExactlyInAnyOrderElementsOf(graph.heldBy(key));
  }

  private static List<String> open(PlanSnapshot snapshot) {
    return snapshot.tasks().stream()
        .filter(task -> !task.state().isEnded())
        .map(task -> task.key().value())
        .toList();
  }

  private static long blocked(PlanGraph graph) {
    return graph.in(DerivedState.BLOCKED).size();
  }

  private static String size(PlanSnapshot snapshot) {
    return "%,d tasks, %,d edges"
        .formatted(
            snapshot.tasks().size(),
            snapshot.tasks().stream().mapToInt(task -> task.dependsOn().size()).sum());
  }
}
