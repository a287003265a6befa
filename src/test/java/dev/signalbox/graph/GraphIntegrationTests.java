package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Browser;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.TestPeople.Person;
import dev.signalbox.access.Role;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanLogic;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.timeline.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The graph over a real plan: never stale, and what its addresses answer. */
@SignalboxTest
class GraphIntegrationTests {

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired Plan plan;
  @Autowired PlanWriter writer;
  @Autowired Graphs graphs;
  @Autowired PlanLogic logic;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private final ProjectKey project =
      new ProjectKey("g" + UUID.randomUUID().toString().substring(0, 12));
  private Person person;

  @BeforeEach
  void make() {
    plan.createProject(project, "Graph", Actor.person("planner"));
    person = people.person(project.value(), Role.VIEWER);
    writer.write(project, "s", List.of(made(TaskState.TODO).snapshot()));
  }

  private static TestPlan made(TaskState first) {
    return new TestPlan()
        .external("X", false)
        .external("Y", false)
        .task("A", first, "X")
        .task("B", TaskState.TODO, "A")
        .task("C", TaskState.TODO, "A", "Y")
        .task("L", TaskState.TODO, "M")
        .task("M", TaskState.TODO, "L");
  }

  @Test
  void keepsAGraphOnlyAsLongAsThePlanStays() {
    PlanGraph first = graphs.of(project);
    assertThat(graphs.of(project)).isSameAs(first);

    writer.write(project, "s", List.of(made(TaskState.DONE).snapshot()));

    assertThat(first.state("s-0-B")).contains(DerivedState.BLOCKED);
    assertThat(graphs.of(project).state("s-0-B")).contains(DerivedState.READY);
  }

  @Test
  void keepsTheGraphOfAnInstantThatIsAskedForAgain() {
    Instant then = Instant.now(clock);
    PlanGraph past = graphs.of(project, then);
    writer.write(project, "s", List.of(made(TaskState.DONE).snapshot()));

    assertThat(graphs.of(project, then)).isSameAs(past);
    assertThat(graphs.of(project).state("s-0-B")).contains(DerivedState.READY);
    assertThat(graphs.of(project, Instant.now(clock)).state("s-0-B")).contains(DerivedState.READY);
    assertThat(graphs.of(project, Instant.EPOCH).snapshot().tasks()).isEmpty();
  }

  @Test
  void servesNobodyAGraphThatWasRolledBack() {
    transaction.executeWithoutResult(
        status -> {
          writer.write(project, "s", List.of(made(TaskState.DONE).snapshot()));
          assertThat(graphs.of(project).state("s-0-B")).contains(DerivedState.READY);
          status.setRollbackOnly();
        });

    assertThat(graphs.of(project).state("s-0-B")).contains(DerivedState.BLOCKED);
    writer.write(project, "s", List.of(made(TaskState.DOING).snapshot()));
    assertThat(graphs.of(project).state("s-0-B")).contains(DerivedState.BLOCKED);
  }

  @Test
  void answersThePlanBeforeAChange() {
    assertThat(logic.path(project, "s-0-B", "s-0-X")).containsExactly("s-0-B", "s-0-A", "s-0-X");
    assertThat(logic.path(project, "s-0-X", "s-0-B")).isEmpty();
    assertThat(logic.holds(project, new TaskKey("s-0-C")))
        .containsExactly("s-0-A is TODO", "external item s-0-Y is not closed");
  }

  @Test
  void ranksBlockersByPages() {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = json(get("/blockers?limit=1" + cursor));
      page.get("items").forEach(item -> ids.add(item.get("cause").get("id").asString()));
      cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asString() : "";
    } while (!cursor.isEmpty());

    assertThat(ids).containsExactly("external:s-0-X", "cycle:s-0-L", "external:s-0-Y");
  }

  @Test
  void readsOneStateOnly() {
    writer.write(project, "t", List.of(new TestPlan().task("R", TaskState.TODO).snapshot()));

    JsonNode ready = json(get("/readiness?state=READY")).get("items");
    assertThat(ready).hasSize(1);
    assertThat(ready.get(0).get("key").asString()).isEqualTo("t-0-R");
    assertThat(json(get("/readiness?sprint=s")).get("items")).hasSize(5);
    assertThat(json(get("/tasks/s-0-B/readiness")).get("state").asString()).isEqualTo("BLOCKED");
    assertThat(json(get("/cycles")).get("cycles")).hasSize(1);
    assertThat(json(get("/critical-path")).get("tasks")).hasSize(2);
    assertThat(json(get("/graph")).get("nodes")).hasSize(8);
    assertThat(json(get("/tasks/s-0-A/picture?radius=1")).get("nodes")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "/tasks/s-0-B/explanation, application/json",
    "/tasks/s-0-B/explanation?format=text, text/plain",
    "/sprints/s/explanation?format=mermaid, text/vnd.mermaid",
    "/sprints/s/explanation?format=dot, text/vnd.graphviz",
    "/blocked-tree, text/markdown",
    "/blocked-tree?format=json&sprint=s, application/json",
    "/parties, application/json",
    "/parties?sprint=s, application/json",
    "/graph?format=graphml, application/graphml+xml",
    "/graph?format=dot, text/vnd.graphviz",
    "/graph?format=mermaid, text/vnd.mermaid",
    "/tasks/s-0-A/neighbours, application/json",
    "/tasks/s-0-A/neighbourhood?depth=2&direction=HOLDS, application/json"
  })
  void answersInTheFormatThatIsAsked(String path, String type) {
    Browser.Answer answer = get(path);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith(type);
    assertThat(answer.body()).contains("s-0-");
  }

  @Test
  void answersAsOfAnInstantForWhatWasTrueThen() {
    Instant before = Instant.now(clock);
    assertThat(graphs.of(project, before).state("s-0-B")).contains(DerivedState.BLOCKED);

    writer.write(project, "s", List.of(made(TaskState.DONE).snapshot()));

    assertThat(json(get("/tasks/s-0-B/readiness")).get("state").asString()).isEqualTo("READY");
    assertThat(json(get("/tasks/s-0-B/readiness?asOf=" + before)).get("state").asString())
        .isEqualTo("BLOCKED");
    assertThat(json(get("/tasks/s-0-B/picture?asOf=" + before)).toString()).contains("BLOCKED");
    Browser.Answer early = get("/readiness?asOf=2020-01-01");
    assertThat(early.status()).isEqualTo(400);
    assertThat(early.body()).contains("what is known of this plan begins at");
  }

  @Test
  void followsTheAcceptHeaderWhereNoFormatIsNamed() {
    String path = "/tasks/s-0-B/explanation";

    assertThat(get(path, "text/vnd.graphviz").body()).startsWith("digraph");
    assertThat(get(path, "text/*;q=0.5, text/plain").body()).startsWith("s-0-B (BLOCKED)");
    assertThat(get(path, "*/*").body()).startsWith("{");
    assertThat(get(path, "image/png").status()).isEqualTo(406);
    assertThat(get("/graph", "application/graphml+xml").body()).startsWith("<?xml");
  }

  @Test
  void pagesThroughNodesAndEdgesAndFindsWays() {
    JsonNode first = json(get("/graph/nodes?limit=5"));
    JsonNode rest = json(get("/graph/nodes?limit=5&cursor=" + first.get("next").asString()));
    assertThat(rest.get("items")).hasSize(2);
    assertThat(json(get("/graph/edges")).get("items")).hasSize(6);
    JsonNode ways = json(get("/graph/paths?from=s-0-C&to=s-0-X&limit=5"));
    assertThat(ways.get("paths")).hasSize(1);
    assertThat(ways.get("complete").asBoolean()).isTrue();
    writer.write(project, "t", List.of(new TestPlan().task("R", TaskState.TODO).snapshot()));
    assertThat(get("/graph/nodes?cursor=" + first.get("next").asString()).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "/tasks/s-0-B/explanation?format=pdf, 400",
    "/tasks/s-0-B/explanation?asOf=yesterday, 400",
    "/graph?asOf=9999-01-01, 400",
    "/sprints/none/explanation, 404",
    "/blocked-tree?sprint=none, 404",
    "/parties?sprint=none, 404",
    "/tasks/NONE/neighbours, 404",
    "/tasks/s-0-A/neighbourhood?depth=21, 400",
    "/graph/paths?from=s-0-A&to=NONE, 404",
    "/graph/paths?from=s-0-A&to=s-0-X&limit=101, 400",
    "/readiness?limit=0, 400",
    "/readiness?limit=201, 400",
    "/readiness?cursor=forged, 400",
    "/readiness?state=HAPPY, 400",
    "/tasks/NONE/readiness, 404",
    "/tasks/NONE/explanation, 404",
    "/tasks/NONE/picture, 404",
    "/tasks/s-0-A/picture?radius=11, 400",
    "/tasks/s-0-A/picture?radius=-1, 400"
  })
  void refusesWhatItCannotAnswer(String path, int status) {
    assertThat(get(path).status()).isEqualTo(status);
  }

  @Test
  void refusesACursorOfAnotherList() {
    String cursor = json(get("/readiness?limit=1")).get("next").asString();

    assertThat(get("/blockers?cursor=" + cursor).status()).isEqualTo(400);
  }

  private Browser.Answer get(String path, String accept) {
    return new Browser(port)
        .send(
            "GET",
            "/api/v1/projects/" + project + path,
            Map.of("Authorization", person.bearer(), "Accept", accept),
            null);
  }

  private Browser.Answer get(String path) {
    return new Browser(port)
        .send(
            "GET",
            "/api/v1/projects/" + project + path,
            Map.of("Authorization", person.bearer()),
            null);
  }

  private static JsonNode json(Browser.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }
}
