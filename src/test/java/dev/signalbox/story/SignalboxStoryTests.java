package dev.signalbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Await;
import dev.signalbox.SignalboxTest;
import dev.signalbox.access.ApiTokens;
import dev.signalbox.access.Members;
import dev.signalbox.access.NewAccount;
import dev.signalbox.access.People;
import dev.signalbox.access.Role;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Ids;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The whole way once, as the README tells it: a plan goes in, CI reports, a gate opens. */
@SignalboxTest
class SignalboxStoryTests {

  private static final Actor STORY = Actor.system("story");
  private static final Path PLAN = Path.of("src/main/resources/sample/plan.md");

  private static final Pattern CARRIED =
      Pattern.compile("name=\"content\" value=\"([A-Za-z0-9+/=]+)\"");

  @LocalServerPort private int port;
  @Autowired private People people;
  @Autowired private Members members;
  @Autowired private ApiTokens tokens;
  @Autowired private Ids ids;
  @Autowired private JdbcClient jdbc;

  private String project = "";
  private String sourcePath = "";
  private String sourceSecret = "";

  @Test
  void aPlanGoesInAndCiReportsAndAReleaseManagerOpensTheGate() throws Exception {
    Visitor ann = newPerson("ann", true);
    openProject(ann);
    Api annApi =
        new Api(
            base(),
            ann.token(
                "read",
                "plan:write",
                "jobs:define",
                "jobs:trigger",
                "sources:manage",
                "gates:define",
                "gates:request",
                "members:manage"));
    GateSteps gate = new GateSteps(project, name("rob"));
    importsThePlan(annApi);
    seesTheSprint(ann);
    gate.defineGate(annApi);
    makeSource(annApi);
    int receiverPort = Receiver.freePort();
    String jobSecret = defineJob(annApi, "load", "http://127.0.0.1:" + receiverPort + "/");
    defineJob(annApi, "determinism", null);

    ciReportsWithinASecond(annApi, ann, receiverPort, jobSecret);
    gate.gateNamesExactlyWhatIsMissing(annApi, "determinism");

    Api ci = machine("ci");
    postsTheMissingResult(ci);
    Visitor rob = newPerson("rob", false);
    members.grant(project, name("rob"), EnumSet.of(Role.RELEASE_MANAGER), STORY);
    Api robApi = new Api(base(), rob.token("read", "gates:approve"));
    gate.asksForADecision(annApi);
    gate.onlyTheApprovalIsMissing(robApi);
    refusesTheOneWhoAsked(gate, ann);
    refusesTheCiToken(gate, ci);
    refusesAnExpiredToken(rob);
    gate.approvalOpensTheGate(robApi);
    gate.decisionRecordShowsWhoAndOnWhat(robApi, ann);
    gate.aChangeMakesTheApprovalStale(annApi, robApi);
    gate.aTaskThatWasDoneOnceMoreNeedsAnotherApproval(annApi, robApi);
  }

  @Test
  void aPlanGoesInThroughThePageAfterALookAtWhatItChanges() {
    Visitor ann = newPerson("ann", true);
    openProject(ann);
    importsThePlanOnThePage(ann);
    seesTheSprint(ann);
  }

  private String base() {
    return "http://127.0.0.1:" + port;
  }

  private String name(String person) {
    return person + "-" + suffix();
  }

  private String suffix() {
    if (project.isEmpty()) {
      project = "story-" + ids.uuid().toString().substring(0, 8);
    }
    return project.substring("story-".length());
  }

  private Visitor newPerson(String person, boolean administrator) {
    NewAccount account = people.create(name(person), person, administrator, STORY);
    return new Visitor(base())
        .signInAndSetPassword(name(person), account.oneTimePassword(), "a long enough password");
  }

  private void openProject(Visitor ann) {
    var answer = ann.submit("/projects", "/projects", Map.of("key", project, "name", "Story"));
    assertThat(answer.uri().getPath()).startsWith("/projects/" + project);
    members.grant(project, name("ann"), EnumSet.of(Role.RELEASE_MANAGER), STORY);
  }

  private void importsThePlanOnThePage(Visitor ann) {
    String imports = "/projects/" + project + "/imports";
    String preview = ann.upload(imports, imports, "document", PLAN).body();
    assertThat(preview).contains("data-outcome=\"PREVIEW\"", "25 added");
    Matcher carried = CARRIED.matcher(preview);
    assertThat(carried.find()).as("the page carries the document: " + preview).isTrue();
    Map<String, String> fields = Map.of("name", "plan.md", "content", carried.group(1));
    String applied = ann.submit(imports, imports + "/confirmed", fields).body();
    assertThat(applied).contains("data-outcome=\"APPLIED\"", "The document was imported.");
  }

  private void importsThePlan(Api api) throws Exception {
    byte[] plan = Files.readAllBytes(PLAN);
    Api.Answer dry =
        api.postBytes(
            "/api/v1/projects/" + project + "/imports?dryRun=true",
            plan,
            "application/x-www-form-urlencoded");
    assertThat(dry.status()).as(dry.toString()).isEqualTo(200);
    assertThat(api.get("/api/v1/projects/" + project + "/tasks").json().get("items")).isEmpty();
    Api.Answer applied =
        api.postBytes(
            "/api/v1/projects/" + project + "/imports", plan, "application/x-www-form-urlencoded");
    assertThat(applied.status()).as(applied.toString()).isEqualTo(201);
    JsonNode tasks =
        api.get("/api/v1/projects/" + project + "/tasks?limit=200").json().get("items");
    assertThat(tasks).hasSize(25);
    Api.Answer again =
        api.postBytes(
            "/api/v1/projects/" + project + "/imports", plan, "application/x-www-form-urlencoded");
    assertThat(again.status()).as(again.toString()).isEqualTo(200);
  }

  private void seesTheSprint(Visitor ann) {
    String board = ann.page("/projects/" + project + "/sprints/505");
    assertThat(board).contains("data-task=\"DEVOPS-LNM-22-003\" data-state=\"BLOCKED\"");
    assertThat(ann.page("/projects/" + project + "/blockers"))
        .contains("DEVOPS-LNM-TOOLING-22-000");
    assertThat(ann.page("/projects/" + project + "/tasks/DEVOPS-LNM-22-003"))
        .contains("DEVOPS-LNM-22-002");
    assertThat(ann.page("/projects/" + project + "/graph")).contains("<svg");
  }

  private void makeSource(Api api) {
    Api.Answer made =
        api.post(
            "/api/v1/projects/" + project + "/sources",
            "{\"name\": \"ci\", \"dialect\": \"STANDARD_WEBHOOKS\"}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    sourcePath = made.json().get("path").asString();
    sourceSecret = made.json().get("secret").asString();
  }

  private String defineJob(Api api, String key, String url) {
    String target = url == null ? "" : ", \"target\": {\"url\": \"" + url + "\"}";
    Api.Answer made =
        api.post(
            "/api/v1/projects/" + project + "/jobs",
            "{\"key\": \"%s\", \"name\": \"%s\", \"kind\": \"check\", \"trigger\": \"MANUAL\"%s}"
                .formatted(key, key, target));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.json().path("targetSecret").asString("");
  }

  private void ciReportsWithinASecond(Api api, Visitor ann, int receiverPort, String jobSecret)
      throws Exception {
    try (Receiver receiver =
            Receiver.start(receiverPort, jobSecret, base() + sourcePath, sourceSecret);
        LiveEvents live = LiveEvents.follow(api, project)) {
      Api.Answer run = api.post("/api/v1/projects/" + project + "/jobs/load/runs", "{}");
      assertThat(run.status()).as(run.toString()).isEqualTo(201);
      Await.until(
          Duration.ofSeconds(20),
          () -> receiver.lines.stream().anyMatch(line -> line.startsWith("reported: 202")));
      long reported = System.nanoTime();
      Await.until(
          Duration.ofSeconds(10),
          () -> live.events.stream().anyMatch(e -> e.data().contains("run.passed")));
      LiveEvents.Event passed =
          live.events.stream()
              .filter(e -> e.data().contains("run.passed"))
              .findFirst()
              .orElseThrow();
      assertThat(passed.name()).isEqualTo("run");
      assertThat(Duration.ofNanos(passed.at() - reported)).isLessThan(Duration.ofSeconds(5));
    }
    assertThat(ann.page("/projects/" + project + "/jobs/load/runs/1"))
        .contains("PASSED", "p95", "182");
    assertThat(ann.page("/projects/" + project + "/deliveries")).contains("APPLIED");
  }

  private Api machine(String name) {
    return new Api(
        base(),
        tokens
            .issueMachine(project, name, Set.of("read", "jobs:trigger", "results:write"), 1, STORY)
            .token());
  }

  private void postsTheMissingResult(Api ci) {
    Api.Answer run = ci.post("/api/v1/projects/" + project + "/jobs/determinism/runs", "{}");
    assertThat(run.status()).as(run.toString()).isEqualTo(201);
    String attempt = run.json().get("attempt").asString();
    Api.Answer result =
        ci.post(
            "/api/v1/projects/" + project + "/attempts/" + attempt + "/results",
            """
            {"outcome": "passed", "facts": [{"name": "score", "value": 1.0, "unit": "1"}],
             "junit": "<testsuite name='d'><testcase classname='d' name='same bytes'/></testsuite>"}
            """);
    assertThat(result.status()).as(result.toString()).isBetween(200, 202);
  }

  private void refusesTheOneWhoAsked(GateSteps gate, Visitor ann) {
    Api api = new Api(base(), ann.token("read", "gates:approve"));
    GateSteps.problem(gate.approve(api), 403, "forbidden");
  }

  private void refusesTheCiToken(GateSteps gate, Api ci) {
    GateSteps.problem(gate.approve(ci), 403, "forbidden");
  }

  private void refusesAnExpiredToken(Visitor rob) {
    String token = rob.token("read", "gates:approve");
    String id = token.split("_", -1)[1];
    int changed =
        jdbc.sql(
                "update api_token set created_at = created_at - interval '90 days',"
                    + " expires_at = now() - interval '1 minute' where public_id = ?")
            .param(id)
            .update();
    assertThat(changed).isEqualTo(1);
    GateSteps.problem(
        new Api(base(), token)
            .post(
                "/api/v1/projects/" + project + "/gates/release/approvals",
                "{}",
                "If-Match",
                "\"0\""),
        401,
        "unauthenticated");
  }
}
