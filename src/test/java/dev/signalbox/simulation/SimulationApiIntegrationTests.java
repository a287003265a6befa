package dev.signalbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Browser;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.access.Role;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the endpoint says to requests that are no scenarios. */
@SignalboxTest
class SimulationApiIntegrationTests {

  @Autowired Plan plan;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  private final ProjectKey project =
      new ProjectKey("s" + UUID.randomUUID().toString().substring(0, 12));
  private String bearer = "";

  @BeforeEach
  void project() {
    plan.createProject(project, "Suppose", Actor.person("planner"));
    plan.apply(project, new SupposedPlans(7).sprint("W", 8), Actor.person("planner"));
    bearer = people.person(project.value(), Role.VIEWER).bearer();
  }

  @Test
  void refusesWhatLacksAFieldAsInvalid() {
    List<String> bodies =
        List.of(
            "{}",
            "{'scenarios': []}",
            "{'scenarios': [null]}",
            "{'scenarios': [{}]}",
            "{'scenarios': [{'patches': null}]}",
            "{'scenarios': [{'patches': [null]}]}");
    for (String body : bodies) {
      assertThat(post(body).status()).as(body).isEqualTo(400);
    }
  }

  @Test
  void refusesAPatchThatLacksAFieldAsInvalid() {
    List<String> patches =
        List.of(
            "'task': 'W-1'",
            "'op': 'start'",
            "'op': 'finish'",
            "'op': 'cancel'",
            "'op': 'reopen', 'task': null",
            "'op': 'unblock'",
            "'op': 'block', 'reason': 'undecided'",
            "'op': 'block', 'task': 'W-1'",
            "'op': 'block', 'task': 'W-1', 'reason': ' '",
            "'op': 'add-dependency', 'task': 'W-1'",
            "'op': 'add-dependency', 'target': 'W-1'",
            "'op': 'drop-dependency', 'task': 'W-1'",
            "'op': 'close-external'",
            "'op': 'revoke-external'",
            "'op': 'delay', 'expectedOn': '2026-07-01'",
            "'op': 'delay', 'external': 'item 1 of W'",
            "'op': 'waive-sprint', 'sprint': 'W'",
            "'op': 'waive-sprint', 'name': 'Sprint V'");
    for (String patch : patches) {
      assertThat(post(scenario("{" + patch + "}")).status()).as(patch).isEqualTo(400);
    }
  }

  @Test
  void takesAsManyPatchesAsAScenarioMayHaveAndNoMore() {
    String patch = "{'op': 'add-dependency', 'task': 'W-0', 'target': 'item 1 of W'},";
    assertThat(post(scenario(most(patch, 500))).status()).isEqualTo(200);
    assertThat(post(scenario(most(patch, 501))).status()).isEqualTo(400);
  }

  private static String most(String patch, int times) {
    String all = patch.repeat(times);
    return all.substring(0, all.length() - 1);
  }

  private static String scenario(String patches) {
    return "{'scenarios': [{'patches': [" + patches + "]}]}";
  }

  private Browser.Answer post(String body) {
    return new Browser(port)
        .send(
            "POST",
            "/api/v1/projects/" + project + "/simulations",
            Map.of("Authorization", bearer, "Content-Type", "application/json"),
            body.replace('\'', '"'));
  }
}
