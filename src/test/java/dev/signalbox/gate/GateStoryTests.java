package dev.signalbox.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Browser;
import dev.signalbox.Browser.Answer;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.TestPeople.Person;
import dev.signalbox.access.Role;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a closed gate to an open one, over HTTP, with everybody who may not. */
@SignalboxTest
class GateStoryTests {

  private static final String GATE =
      """
      {"key": "departure", "name": "Departure", "scope": {"sprint": "505"}, "requirements": [
        {"kind": "tasks-done"},
        {"kind": "nothing-blocked", "all": true},
        {"kind": "job-passed", "job": "smoke", "maxAge": "P7D"},
        {"kind": "approvals", "count": 1}]}
      """;

  @Autowired GateWorld world;
  @Autowired TestPeople people;
  @Autowired JsonMapper json;
  @LocalServerPort int port;

  private ProjectKey project;
  private Person admin;
  private Person rita;
  private Person anna;
  private String base;

  @BeforeEach
  void setUp() {
    project = world.project();
    base = "/api/v1/projects/" + project + "/gates";
    admin = people.person(project.value(), Role.ADMIN);
    rita = people.person(project.value(), Role.RELEASE_MANAGER);
    anna = people.person(project.value(), Role.RELEASE_MANAGER);
    world.task(project, "YARD-1", TaskState.DONE);
    world.job(project, "smoke");
  }

  @Test
  void opensWhenEverythingIsThereAndSomebodyElseApproves() {
    Answer made = send(admin.bearer(), "POST", base, GATE);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Location")).endsWith(base + "/departure");
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    assertThat(send(rita.bearer(), "POST", base + "/departure/requests", null).status())
        .isEqualTo(201);
    seesExactlyWhatIsMissing();
    world.pass(project, "smoke");
    refusesWhoeverMayNotApprove();
    String decision = approves();
    showsADecisionThatCanBeChecked(decision);
    closesAgainWhenThePlanChanges();
  }

  private void seesExactlyWhatIsMissing() {
    JsonNode gate = gate();
    assertThat(gate.get("verdict").asString()).isEqualTo("CLOSED");
    assertThat(gate.get("missing").findValuesAsString("kind"))
        .containsExactly("job-passed", "approvals");
    assertThat(gate.get("missing").get(1).get("whoCanResolve").toString())
        .contains(anna.username())
        .doesNotContain(rita.username());
    Answer early = approve(anna.bearer(), digest());
    assertThat(early.status()).isEqualTo(409);
    assertThat(read(early).get("missing").findValuesAsString("kind")).containsExactly("job-passed");
  }

  private void refusesWhoeverMayNotApprove() {
    assertProblem(approve(rita.bearer(), digest()), 403);
    assertProblem(approve("Bearer " + people.machineToken(project.value()), digest()), 403);
    assertProblem(approve(admin.bearer(), digest()), 403);
    assertProblem(approve("Bearer nonsense", digest()), 401);
    Person stranger = people.person("elsewhere", Role.RELEASE_MANAGER);
    assertProblem(approve(stranger.bearer(), digest()), 404);
    Person gone = people.person(project.value(), Role.RELEASE_MANAGER);
    people.expel(project.value(), gone.username());
    assertThat(approve(gone.bearer(), digest()).status()).isIn(403, 404);
    assertProblem(approve(anna.bearer(), null), 428);
    assertProblem(approve(anna.bearer(), "*"), 400);
    assertProblem(approve(anna.bearer(), "\"" + "0".repeat(64) + "\""), 412);
    assertThat(gate().get("verdict").asString()).isEqualTo("CLOSED");
  }

  private String approves() {
    Answer approved = approve(anna.bearer(), digest());
    assertThat(approved.status()).as(approved.body()).isEqualTo(201);
    assertThat(read(approved).get("verdict").asString()).isEqualTo("OPEN");
    assertProblem(approve(anna.bearer(), digest()), 409);
    return approved.header("Location");
  }

  private void showsADecisionThatCanBeChecked(String location) {
    String path = location.substring(location.indexOf("/api/"));
    JsonNode decision = read(send(anna.bearer(), "GET", path, null));
    assertThat(decision.get("verdict").asString()).isEqualTo("OPEN");
    assertThat(decision.get("digestMatches").asBoolean()).isTrue();
    assertThat(decision.get("decidedBy").get("name").asString()).isEqualTo(anna.username());
    assertThat(decision.get("inputs").asString()).startsWith("{\"approvals\":[{");
    JsonNode first = read(send(anna.bearer(), "GET", base + "/departure/decisions?limit=1", null));
    assertThat(first.get("items").size()).isEqualTo(1);
    String next = first.get("next").asString();
    JsonNode second =
        read(
            send(anna.bearer(), "GET", base + "/departure/decisions?limit=1&cursor=" + next, null));
    assertThat(second.get("items").get(0).get("number").asInt())
        .isEqualTo(first.get("items").get(0).get("number").asInt() - 1);
  }

  private void closesAgainWhenThePlanChanges() {
    world.task(project, "YARD-2", TaskState.DONE);
    JsonNode gate = gate();
    assertThat(gate.get("verdict").asString()).isEqualTo("CLOSED");
    JsonNode approval = gate.get("approvals").get(0);
    assertThat(approval.get("stale").asBoolean()).isTrue();
    assertThat(approval.get("difference").get(0).get("input").asString()).isEqualTo("task YARD-2");
  }

  @Test
  void isEditedOnlyByWhoReadIt() {
    send(admin.bearer(), "POST", base, GATE);
    assertProblem(send(admin.bearer(), "POST", base, GATE), 409);
    String path = base + "/departure";
    String edited = GATE.replace("\"P7D\"", "\"P1D\"");
    assertProblem(send(admin.bearer(), "PUT", path, edited), 428);
    assertProblem(send(admin.bearer(), "PUT", path, edited, "\"7\""), 412);
    assertProblem(send(anna.bearer(), "PUT", path, edited, "\"1\""), 403);
    Answer answer = send(admin.bearer(), "PUT", path, edited, "\"1\"");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    assertProblem(send(admin.bearer(), "DELETE", path, null), 428);
    assertThat(send(admin.bearer(), "DELETE", path, null, "\"2\"").status()).isEqualTo(204);
    assertProblem(send(admin.bearer(), "GET", path, null), 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\": \"moon-phase\"}",
        "{\"kind\": \"approvals\", \"count\": 1, \"by\": \"me\"}",
        "{\"kind\": \"job-passed\", \"job\": \"smoke\", \"maxAge\": \"soon\"}"
      })
  void refusesARequirementThatItDoesNotUnderstandAndSaysWhere(String requirement) {
    String body =
        "{\"key\": \"odd\", \"name\": \"Odd\", \"scope\": {\"all\": true}, \"requirements\": ["
            + requirement
            + "]}";
    Answer answer = send(admin.bearer(), "POST", base, body);
    assertProblem(answer, 422);
    assertThat(read(answer).get("place").asString()).startsWith("requirements[0].");
  }

  @Test
  void refusesFieldsThatNobodyMaySet() {
    String body = GATE.replace("\"name\"", "\"lastEditedBy\": \"somebody\", \"name\"");
    assertProblem(send(admin.bearer(), "POST", base, body), 400);
  }

  private JsonNode gate() {
    return read(send(anna.bearer(), "GET", base + "/departure", null));
  }

  private String digest() {
    return "\"" + gate().get("subjectDigest").asString() + "\"";
  }

  private Answer approve(String bearer, String ifMatch) {
    return send(
        bearer, "POST", base + "/departure/approvals", "{\"comment\": \"looks fine\"}", ifMatch);
  }

  private Answer send(String bearer, String method, String path, String body) {
    return send(bearer, method, path, body, null);
  }

  private Answer send(String bearer, String method, String path, String body, String ifMatch) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", bearer);
    headers.put("Content-Type", "application/json");
    if (ifMatch != null) {
      headers.put("If-Match", ifMatch);
    }
    return new Browser(port).send(method, path, headers, body);
  }

  private void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(read(answer).get("type").asString()).startsWith("urn:signalbox:problem:");
  }

  private JsonNode read(Answer answer) {
    return json.readTree(answer.body());
  }
}
