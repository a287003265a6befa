package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Browser;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.TestPeople.Person;
import dev.signalbox.access.Role;
import dev.signalbox.gate.GateDefinition;
import dev.signalbox.gate.GateKey;
import dev.signalbox.gate.Gatekeeper;
import dev.signalbox.gate.NothingBlocked;
import dev.signalbox.gate.Requirement;
import dev.signalbox.gate.RequirementVerdict;
import dev.signalbox.gate.Scope;
import dev.signalbox.gate.Standing;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A thousand random plans through the real house: the API, the board, the task page, the
 * explanation and the gate say what the oracle says, and so they never disagree. Plans that have no
 * key in common share sprints and projects, which is how it all takes a minute.
 */
@SignalboxTest
class OneReadinessStoryTests {

  private static final int PROJECTS = 17;
  private static final int SPRINTS = 20;
  private static final int PLANS_A_SPRINT = 3;
  private static final Actor PLANNER = Actor.person("planner");
  private static final Pattern CARD =
      Pattern.compile("data-task=\"([^\"]+)\" data-state=\"([^\"]+)\"");
  private static final JsonMapper JSON = JsonMapper.shared();

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired Plan plan;
  @Autowired PlanWriter writer;
  @Autowired Graphs graphs;
  @Autowired Gatekeeper gates;

  private Browser browser;
  private Person person;

  @BeforeEach
  void signIn() {
    person = people.systemAdministrator();
    browser = new Browser(port);
    assertThat(browser.signIn(person.username(), person.password()).status()).isBetween(200, 399);
  }

  @Test
  void everyScreenAnswerAndGateTellsOneStory() {
    var plans = new RandomPlans(2026);
    var random = new Random(1);
    for (int round = 0; round < PROJECTS; round++) {
      var project = new ProjectKey("story-" + UUID.randomUUID().toString().substring(0, 12));
      plan.createProject(project, "Story", PLANNER);
      people.grant(project.value(), person.username(), Role.VIEWER);
      for (int sprint = 0; sprint < SPRINTS; sprint++) {
        writer.write(
            project, "s" + sprint, Stream.generate(plans::next).limit(PLANS_A_SPRINT).toList());
      }
      check(project, random);
    }
  }

  private void check(ProjectKey project, Random random) {
    PlanSnapshot snapshot = plan.snapshot(project);
    Oracle oracle = new Oracle(snapshot);
    Map<String, Map<String, String>> expected = new TreeMap<>();
    for (Task task : snapshot.tasks()) {
      expected
          .computeIfAbsent(task.sprint(), _ -> new TreeMap<>())
          .put(task.key().value(), oracle.state(task.key().value()));
    }
    assertThat(expected).hasSize(SPRINTS);
    checkReadiness(project, oracle);
    checkExplanations(project, oracle);
    checkGate(project, expected);
    expected.forEach(
        (sprint, states) -> {
          String board = page("/projects/" + project + "/sprints/" + sprint);
          assertThat(cards(board)).isEqualTo(states);
          List<String> keys = List.copyOf(states.keySet());
          String key = keys.get(random.nextInt(keys.size()));
          String taskPage = page("/projects/" + project + "/tasks/" + key);
          assertThat(cards(taskPage)).containsEntry(key, states.get(key));
          JsonNode tree = api("/api/v1/projects/" + project + "/tasks/" + key + "/explanation");
          assertThat(tree.get("what").asString()).isEqualTo(states.get(key));
        });
  }

  private void checkReadiness(ProjectKey project, Oracle oracle) {
    Map<String, String> seen = new HashMap<>();
    String cursor = "";
    do {
      JsonNode page = api("/api/v1/projects/" + project + "/readiness?limit=200" + cursor);
      for (JsonNode task : page.get("items")) {
        String key = task.get("key").asString();
        seen.put(key, task.get("state").asString());
        assertThat(texts(task.get("rootCauses"), "id"))
            .containsExactlyElementsOf(oracle.causesOf(key));
        assertThat(texts(task.get("waitsFor"), "")).containsExactlyElementsOf(oracle.waitsFor(key));
        assertThat(task.hasNonNull("contradiction")).isEqualTo(oracle.isContradicted(key));
      }
      cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asString() : "";
    } while (!cursor.isEmpty());
    assertThat(seen).hasSameSizeAs(oracle.keys());
    seen.forEach((key, state) -> assertThat(state).as(key).isEqualTo(oracle.state(key)));
  }

  private void checkExplanations(ProjectKey project, Oracle oracle) {
    PlanGraph graph = graphs.of(project);
    for (String key : oracle.keys()) {
      assertThat(graph.explain(key).orElseThrow().what()).as(key).isEqualTo(oracle.state(key));
    }
  }

  /** One gate with a requirement for each sprint. */
  private void checkGate(ProjectKey project, Map<String, Map<String, String>> expected) {
    List<Requirement> requirements = new ArrayList<>();
    expected.keySet().forEach(s -> requirements.add(new NothingBlocked(new Scope.OfSprint(s))));
    var gate = new GateKey("departure");
    gates.define(
        project,
        gate,
        new GateDefinition("Departure", new Scope.Everything(), requirements),
        PLANNER);
    var verdicts = gates.evaluate(project, gate).orElseThrow().requirements().iterator();
    expected
        .values()
        .forEach(
            states -> {
              RequirementVerdict verdict = verdicts.next();
              List<String> blocked =
                  states.keySet().stream().filter(k -> "BLOCKED".equals(states.get(k))).toList();
              assertThat(verdict.standing() == Standing.SATISFIED).isEqualTo(blocked.isEmpty());
              assertThat(
                      verdict.frees().stream().map(act -> act.replaceAll("free (.*?): .*", "$1")))
                  .containsExactlyInAnyOrderElementsOf(blocked);
            });
  }

  private String page(String path) {
    Browser.Answer answer = browser.get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.body();
  }

  private JsonNode api(String path) {
    Browser.Answer answer =
        browser.send("GET", path, Map.of("Authorization", person.bearer()), null);
    assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static Map<String, String> cards(String html) {
    Map<String, String> cards = new TreeMap<>();
    Matcher card = CARD.matcher(html);
    while (card.find()) {
      assertThat(cards.put(card.group(1), card.group(2))).as("second " + card.group(1)).isNull();
    }
    return cards;
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(field.isEmpty() ? item.asString() : item.get(field).asString()));
    return texts;
  }
}
