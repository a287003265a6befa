package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.graph.GeneratedPlans.Shape;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database and the graph say the same of one plan; the benchmark times both. */
@SignalboxTest
class RecursiveSqlIntegrationTests {

  private static final int TASKS = 600;

  @Autowired Plan plan;
  @Autowired Graphs graphs;
  @Autowired JdbcClient jdbc;

  private final ProjectKey project =
      new ProjectKey("r" + UUID.randomUUID().toString().substring(0, 12));

  @Test
  void findsTheSameHeldAndBlockedTasks() {
    plan.createProject(project, "Recursion", Actor.person("planner"));
    PlanSnapshot made = GeneratedPlans.of(Shape.SPRINTS, TASKS, 14);
    StoredPlans.write(plan, project, made);
    var database = new RecursiveSql(jdbc, project);
    PlanGraph graph = graphs.of(project);

    assertThat(graph.rootCauses())
        .extracting(each -> each.cause().kind())
        .contains(RootCause.Kind.BLOCKER, RootCause.Kind.CANCELLED, RootCause.Kind.EXTERNAL);
    assertThat(database.blocked())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(graph.in(DerivedState.BLOCKED));
    for (int task = 0; task < TASKS; task += TASKS / 10) {
      String key = made.tasks().get(task).key().value();
      assertThat(database.heldBy(key)).containsExactlyInAnyOrderElementsOf(graph.heldBy(key));
    }
  }
}
