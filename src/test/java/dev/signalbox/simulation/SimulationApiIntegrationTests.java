package dev.signalbox.simulation;

import static java.util.Map.entry;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the endpoint says to requests that are no scenarios. */
@SignalboxTest
class SimulationApiIntegrationTests {

  private static final String PATCH =
      "{'op': 'add-dependency', 'task': 'W-0', 'target': 'item 1 of W'},";

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
    assertThat(post(scenario(most(PATCH, 500))).status()).isEqualTo(200);
    Browser.Answer answer = post(scenario(most(PATCH, 501)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains("scenarios[0].patches")
        .contains("has more than 500 patches; [500] is the first too many");
  }

  @Test
  void takesAsManyScenariosAsACallMayHaveAndNoMore() {
    String one = "{'patches': [" + most(PATCH, 1) + "]},";
    assertThat(post("{'scenarios': [" + most(one, 64) + "]}").status()).isEqualTo(200);
    Browser.Answer answer = post("{'scenarios': [" + most(one, 65) + "]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("has more than 64 scenarios; [64] is the first too many");
  }

  @Test
  void takesAsManyPatchesAsACallMayHaveAndNoMore() {
    String full = "{'patches': [" + most(PATCH, 500) + "]},";
    assertThat(post("{'scenarios': [" + most(full, 4) + "]}").status()).isEqualTo(200);
    String one = "{'patches': [" + most(PATCH, 1) + "]}";
    Browser.Answer answer = post("{'scenarios': [" + full + full + full + full + one + "]}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("scenarios[4].patches[0]")
        .contains("is the first patch beyond the 2000 that one call may have");
  }

  @Test
  void saysOfEachPatchThatCannotBeSupposedWhereItIsAndWhy() {
    Browser.Answer answer =
        post(
            "{'scenarios': [{'patches': [{'op': 'finish', 'task': 'nobody-1'}]}, {'patches': ["
                + "{'op': 'delay', 'external': 'item 1 of W', 'expectedOn': '2026-07-01'},"
                + "{'op': 'close-external', 'external': 'W-1'},"
                + "{'op': 'waive-sprint', 'sprint': 'W', 'name': 'Sprint 9'},"
                + "{'op': 'delay', 'external': 'item 1 of W', 'expectedOn': '2026-07-02'},"
                + "{'op': 'delay', 'external': 'item 2 of W', 'expectedOn': '1492-07-02'}]}]}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(errors(answer))
        .containsExactly(
            entry("scenarios[0].patches[0]", "The plan has no task nobody-1."),
            entry("scenarios[1].patches[1]", "The plan has no external item W-1; it is a task."),
            entry(
                "scenarios[1].patches[2]",
                "Sprint W does not depend on \"Sprint 9\", but on nothing."),
            entry(
                "scenarios[1].patches[3]",
                "This takes back what patches[0] supposes of item 1 of W; keep one of the two."),
            entry("scenarios[1].patches[4]", "The expected day lies outside 1970 to 2199."));
    assertThat(json(answer).get("detail").asString())
        .isEqualTo("scenarios[0].patches[0]: The plan has no task nobody-1. And 4 more.");
  }

  @Test
  void boundsHowManyPatchesItComplainsOf() {
    Browser.Answer answer = post(scenario(most("{'op': 'start', 'task': 'nobody-1'},", 500)));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(errors(answer)).hasSize(100);
    assertThat(answer.body()).contains("And 499 more.");
  }

  @Test
  void saysWhereAPropertyOrAnOperationIsNotKnown() {
    Browser.Answer property =
        post(scenario(PATCH + "{'op': 'start', 'task': 'W-1', 'tasks': ['W-2']}"));
    assertThat(property.status()).isEqualTo(400);
    assertThat(errors(property))
        .containsExactly(entry("scenarios[0].patches[1].tasks", "unknown property 'tasks'"));
    Browser.Answer operation = post(scenario(PATCH + "{'op': 'stop', 'task': 'W-1'}"));
    assertThat(operation.status()).isEqualTo(400);
    assertThat(errors(operation).getFirst().getKey()).isEqualTo("scenarios[0].patches[1]");
    assertThat(errors(operation).getFirst().getValue())
        .startsWith("unknown op 'stop', use one of ")
        .contains("add-dependency", "waive-sprint");
    assertThat(errors(post(scenario("{'task': 'W-1'}"))).getFirst().getValue())
        .startsWith("'op' is missing, use one of ");
  }

  private static List<Map.Entry<String, String>> errors(Browser.Answer answer) {
    return json(answer)
        .get("errors")
        .valueStream()
        .map(each -> entry(each.get("at").asString(), each.get("problem").asString()))
        .toList();
  }

  private static JsonNode json(Browser.Answer answer) {
    return JsonMapper.shared().readTree(answer.body());
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
