package dev.signalbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.access.Role;
import dev.signalbox.gate.GateDefinition;
import dev.signalbox.gate.GateKey;
import dev.signalbox.gate.Gatekeeper;
import dev.signalbox.gate.NothingBlocked;
import dev.signalbox.gate.Requirement;
import dev.signalbox.gate.Scope;
import dev.signalbox.gate.TasksDone;
import dev.signalbox.graph.GeneratedPlans;
import dev.signalbox.graph.GeneratedPlans.Shape;
import dev.signalbox.graph.StoredPlans;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Times one and 64 scenarios over HTTP on a plan of 40,000 tasks; started by {@code bench/whatif}.
 */
@SignalboxTest
@EnabledIfSystemProperty(named = "signalbox.bench", matches = "true")
class SimulationBench {

  private static final int ROUNDS = 40;
  private static final int WARM_UP = 40;

  @Autowired Plan plan;
  @Autowired Gatekeeper gatekeeper;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  private final ProjectKey project = new ProjectKey("whatif");
  private final Random random = new Random(64);
  private final HttpClient client = HttpClient.newHttpClient();
  private String bearer = "";

  @Test
  void answersOneScenarioAndSixtyFour() throws Exception {
    PlanSnapshot made = GeneratedPlans.of(Shape.SPRINTS, GeneratedPlans.LARGE, 505);
    plan.createProject(project, "What if", Actor.person("planner"));
    StoredPlans.write(plan, project, made);
    bearer = people.person(project.value(), Role.VIEWER).bearer();
    PlanSnapshot there = plan.snapshot(project);
    System.out.printf(
        "%n### What-ifs over HTTP: %,d tasks, load average %.1f, %d rounds after %d%n%n"
            + "| gates | what | p50 ms | p99 ms | ratio of medians to one |%n"
            + "|---|---|---:|---:|---:|%n",
        there.tasks().size(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        ROUNDS,
        WARM_UP);
    measure(there, "none");
    gate("sprint", new Scope.OfSprint("P3"), new TasksDone(null), new NothingBlocked(null));
    measure(there, "a sprint of 1,000 tasks");
    gate("all", new Scope.Everything(), new NothingBlocked(null));
    measure(there, "and the whole project");
  }

  private void gate(String key, Scope scope, Requirement... requirements) {
    gatekeeper.define(
        project,
        new GateKey(key),
        new GateDefinition(key, scope, List.of(requirements)),
        Actor.person("keeper"));
  }

  private void measure(PlanSnapshot there, String gates) throws Exception {
    long[] one = new long[ROUNDS];
    long[] many = new long[ROUNDS];
    long[] nothing = new long[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long first = time(request(there, 1));
      long second = time(request(there, Scenario.MAX_SCENARIOS));
      long third = time(HttpRequest.newBuilder(uri("")).header("Authorization", bearer).build());
      if (round >= 0) {
        one[round] = first;
        many[round] = second;
        nothing[round] = third;
      }
    }
    int bytes = send(request(there, Scenario.MAX_SCENARIOS)).body().length;
    double median = print(gates + " | one scenario", one, 0);
    print(gates + " | 64 scenarios in one call (%,d bytes)".formatted(bytes), many, median);
    print(gates + " | the project itself, for comparison", nothing, median);
  }

  private static double print(String what, long[] nanos, double one) {
    Arrays.sort(nanos);
    double median = nanos[nanos.length / 2] / 1e6;
    System.out.printf(
        "| %s | %.1f | %.1f | %.2f |%n",
        what, median, nanos[nanos.length * 99 / 100] / 1e6, one == 0 ? 1 : median / one);
    return median;
  }

  private long time(HttpRequest request) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    send(request);
    return System.nanoTime() - begin;
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    assertThat(answer.statusCode())
        .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return answer;
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + "/api/v1/projects/" + project + path);
  }

  private HttpRequest request(PlanSnapshot there, int scenarios) {
    List<String> bodies =
        IntStream.range(0, scenarios)
            .mapToObj(
                number -> "{\"name\": \"s" + number + "\", \"patches\": [" + patch(there) + "]}")
            .toList();
    return HttpRequest.newBuilder(uri("/simulations"))
        .header("Authorization", bearer)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"scenarios\": [" + String.join(",", bodies) + "]}"))
        .build();
  }

  /** Something that can be supposed of an open task or item. */
  private String patch(PlanSnapshot there) {
    Task task = there.tasks().get(random.nextInt(there.tasks().size()));
    External item = there.externals().get(random.nextInt(there.externals().size()));
    if (task.state().isEnded()) {
      return "{\"op\": \"close-external\", \"external\": \"%s\"}".formatted(item.key());
    }
    String key = task.key().value();
    return switch (random.nextInt(4)) {
      case 0 -> "{\"op\": \"finish\", \"task\": \"%s\"}".formatted(key);
      case 1 ->
          "{\"op\": \"block\", \"task\": \"%s\", \"reason\": \"supposed to wait\"}".formatted(key);
      case 2 ->
          "{\"op\": \"add-dependency\", \"task\": \"%s\", \"target\": \"%s\"}"
              .formatted(key, there.tasks().getFirst().key());
      default ->
          "{\"op\": \"delay\", \"external\": \"%s\", \"expectedOn\": \"2026-07-01\"}"
              .formatted(item.key());
    };
  }
}
