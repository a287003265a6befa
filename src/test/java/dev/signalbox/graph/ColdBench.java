package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.graph.GeneratedPlans.Shape;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskCommand;
import dev.signalbox.plan.TaskDesk;
import dev.signalbox.timeline.Actor;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Times how long a stored plan takes to become a graph, read whole and by what one command changed,
 * against a bare COPY of its edges to this process; started by {@code bench/cold.sh}.
 */
@SignalboxTest
@EnabledIfSystemProperty(named = "signalbox.bench", matches = "true")
class ColdBench {

  private static final int ROUNDS = 21;
  private static final int WARM_UP = 10;
  private static final Actor PLANNER = Actor.person("planner");
  private static final ProjectKey PROJECT = new ProjectKey("cold");

  /** Keys of both ends, as the graph needs them. */
  private static final String COPY = "copy (select task, target from dependency) to stdout";

  @Autowired Plan plan;
  @Autowired TaskDesk desk;
  @Autowired DataSource database;
  @Autowired JdbcClient jdbc;

  @Test
  void buildsAGraphFromTheDatabase() throws Exception {
    int tasks = Integer.getInteger("signalbox.bench.tasks", GeneratedPlans.LARGE);
    plan.createProject(PROJECT, "Cold", PLANNER);
    StoredPlans.write(plan, PROJECT, GeneratedPlans.of(Shape.SPRINTS, tasks, 505));
    jdbc.sql("analyze").update();
    long[][] taken = new long[5][ROUNDS];
    PlanGraph graph = PlanGraph.of(plan.snapshot(PROJECT));
    long edges = 0;
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      change(graph.snapshot(), round + WARM_UP);
      long begin = System.nanoTime();
      edges = copy();
      long copied = System.nanoTime();
      PlanSnapshot whole = plan.snapshot(PROJECT);
      long read = System.nanoTime();
      PlanGraph built = PlanGraph.of(whole);
      long done = System.nanoTime();
      PlanSnapshot changed = plan.snapshot(graph.snapshot());
      long changesRead = System.nanoTime();
      graph = graph.advanced(changed);
      long end = System.nanoTime();
      assertThat(graph.counts()).isEqualTo(built.counts());
      if (round >= 0) {
        long[] spent = {
          copied - begin, read - copied, done - read, changesRead - done, end - changesRead
        };
        for (int what = 0; what < spent.length; what++) {
          taken[what][round] = spent[what];
        }
      }
    }
    print(tasks, edges, taken);
  }

  private void change(PlanSnapshot now, int which) {
    List<Task> all = now.tasks();
    Task task = all.get(all.size() - 1 - which);
    var words = new TaskCommand.Edit("Word " + which, List.of(), null);
    desk.perform(PROJECT, task.key(), task.version(), words, PLANNER);
  }

  private long copy() throws Exception {
    try (var connection = database.getConnection()) {
      PGConnection postgres = connection.unwrap(PGConnection.class);
      return postgres.getCopyAPI().copyOut(COPY, OutputStream.nullOutputStream());
    }
  }

  private static void print(int tasks, long edges, long[][] taken) {
    String[] names = {
      "COPY of the edges",
      "plan read whole",
      "graph built whole",
      "plan read by what changed",
      "graph advanced"
    };
    System.out.printf(
        "%n### From the database: %,d tasks, %,d edges, load average %.1f, medians of %d%n%n"
            + "| what | ms | to the COPY |%n|---|---:|---:|%n",
        tasks, edges, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), ROUNDS);
    for (int what = 0; what < names.length; what++) {
      double[] ratios = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        ratios[round] = (double) taken[what][round] / taken[0][round];
      }
      Arrays.sort(ratios);
      long[] sorted = taken[what].clone();
      Arrays.sort(sorted);
      System.out.printf(
          "| %s | %.1f | %.1f |%n", names[what], sorted[ROUNDS / 2] / 1e6, ratios[ROUNDS / 2]);
    }
  }
}
