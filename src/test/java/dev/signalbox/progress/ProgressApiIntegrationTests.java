package dev.signalbox.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Browser;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.TestPeople.Person;
import dev.signalbox.access.Role;
import dev.signalbox.plan.ExternalDesk;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.StatedEvidence;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.timeline.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Comparison, progress and blocked time over HTTP. */
@SignalboxTest
class ProgressApiIntegrationTests {

  private static final Actor ADA = Actor.person("ada");

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired Plan plan;
  @Autowired ExternalDesk externals;
  @Autowired Clock clock;

  private final ProjectKey project =
      new ProjectKey("p" + UUID.randomUUID().toString().substring(0, 12));
  private Person person;
  private Instant held;

  @BeforeEach
  void live() {
    plan.createProject(project, "Progress", ADA);
    person = people.person(project.value(), Role.VIEWER);
    plan.apply(
        project,
        new PlanEdit(
            new SprintText("505", "Yard", "", "", List.of()),
            List.of(task("A", "X"), task("B", "A")),
            List.of(new ExternalText("X", ExternalKind.ARTEFACT, "Drawings", "Bridge office")),
            List.of(),
            List.of()),
        ADA);
    held = clock.instant();
    externals.close(project, new TargetKey("X"), 0, StatedEvidence.statement("seen"), ADA);
  }

  private static TaskText task(String key, String dependsOn) {
    return new TaskText(
        new TaskKey(key),
        "Do " + key,
        TaskState.TODO,
        null,
        List.of("Guild"),
        "",
        List.of(dependsOn),
        List.of());
  }

  @Test
  void comparesTwoDates() {
    JsonNode now = json("/comparison?from=" + held);
    assertThat(now.at("/states/items/0/task").asString()).isEqualTo("A");
    assertThat(now.at("/states/items/0/after").asString()).isEqualTo("READY");
    assertThat(now.at("/ready/items/0").asString()).isEqualTo("A");
    assertThat(now.at("/causesGone/count").asInt()).isEqualTo(1);
    assertThat(now.at("/closed/items/0/key").asString()).isEqualTo("X");
    JsonNode born = json("/comparison?from=2026-01-01&to=" + held + "&limit=1");
    assertThat(born.at("/from/planVersion").asLong()).isZero();
    assertThat(born.at("/added/count").asInt()).isEqualTo(2);
    assertThat(born.at("/added/items")).hasSize(1);
    assertThat(born.at("/to/derived/BLOCKED").asInt()).isEqualTo(2);
  }

  @Test
  void drawsTheWayToNow() {
    Instant begin = held.minus(Duration.ofHours(5));
    JsonNode points = json("/progress?sprint=505&step=PT1H&from=" + begin).get("points");
    assertThat(points).hasSize(7);
    assertThat(points.get(0).get("scope").asInt()).isZero();
    assertThat(points.get(5).at("/derived/BLOCKED").asInt()).isEqualTo(2);
    assertThat(points.get(6).at("/derived/READY").asInt()).isEqualTo(1);
    assertThat(points.get(6).get("remaining").asInt()).isEqualTo(2);
    assertThat(json("/progress").get("points")).hasSize(31);
  }

  @Test
  void tellsForHowLongTasksWereBlocked() {
    JsonNode time = json("/blocked-time?sprint=505");
    assertThat(time.get("resolution").asString()).isEqualTo("EXACT");
    assertThat(time.at("/tasks/count").asInt()).isEqualTo(2);
    assertThat(time.at("/tasks/items/0/running").asBoolean()).isFalse();
    assertThat(time.at("/tasks/items/0/blocked").asString()).startsWith("PT");
    assertThat(time.at("/classes/items/0/name").asString()).isEqualTo("EXTERNAL");
    assertThat(time.at("/parties/items/0/name").asString()).isEqualTo("Bridge office");
    assertThat(time.at("/owners/items/0/name").asString()).isEqualTo("Guild");
    JsonNode then = json("/blocked-time?to=" + held);
    assertThat(then.at("/tasks/items/0/running").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/comparison, 400",
    "/comparison?from=yesterday, 400",
    "/comparison?from=2999-01-01, 400",
    "/comparison?from=-1000000000-01-01T00:00:00Z, 400",
    "/comparison?from=2026-02-01&to=2026-01-01, 400",
    "/comparison?from=2026-02-01&limit=0, 400",
    "/comparison?from=2026-02-01&limit=5001, 400",
    "/progress?sprint=none, 404",
    "/progress?step=never, 400",
    "/progress?step=PT1M, 422",
    "/blocked-time?sprint=none, 404",
    "/blocked-time?from=soon, 400"
  })
  void refusesWhatItCannotAnswer(String path, int status) {
    assertThat(get(path).status()).as(get(path).body()).isEqualTo(status);
  }

  private JsonNode json(String path) {
    Browser.Answer answer = get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private Browser.Answer get(String path) {
    return new Browser(port)
        .send(
            "GET",
            "/api/v1/projects/" + project + path,
            Map.of("Authorization", person.bearer()),
            null);
  }
}
