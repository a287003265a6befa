package dev.signalbox.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Await;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.TestPeople.Person;
import dev.signalbox.access.Role;
import dev.signalbox.plan.ProjectKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A job is defined, started, dispatched, reported on and cancelled over HTTP. */
@SignalboxTest
class ValidationStoryTests {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String JSON = "application/json";

  @Autowired private Yard yard;
  @Autowired private TestPeople people;
  @Autowired private JsonMapper json;
  @LocalServerPort private int port;

  private final Receiver receiver = new Receiver();
  private final HttpClient client = HttpClient.newHttpClient();

  private String base = "";
  private String manager = "";
  private String ci = "";

  @BeforeEach
  void setUp() {
    ProjectKey project = yard.project();
    base = "/api/v1/projects/" + project;
    Person person = people.person(project.value(), Role.RELEASE_MANAGER);
    manager = person.bearer();
    String token = people.machineToken(project.value());
    ci = token.startsWith("Bearer ") ? token : "Bearer " + token;
  }

  @AfterEach
  void close() {
    client.close();
    receiver.close();
  }

  @Test
  void goesFromDefinitionToAPassWithFacts() {
    HttpResponse<String> defined = define("");
    assertThat(defined.statusCode()).as(defined.body()).isEqualTo(201);
    assertThat(defined.headers().firstValue("Location").orElse(""))
        .endsWith(base + "/jobs/nightly");
    assertThat(defined.body()).doesNotContain(Receiver.SECRET);
    assertThat(define("").statusCode()).isEqualTo(409);

    JsonNode run = read(send(ci, "POST", base + "/jobs/nightly/runs", null, JSON), 201);
    String attempt = run.get("attempt").asString();
    Await.untilAsserted(PATIENCE, () -> assertThat(receiver.taken()).hasSize(1));
    assertThat(receiver.taken().getFirst().verified()).isTrue();
    String results = receiver.taken().getFirst().message().get("report_to").asString();
    assertThat(results).isEqualTo(base + "/attempts/" + attempt + "/results");

    assertThat(read(send(ci, "POST", results, "{\"outcome\":\"running\"}", JSON), 200).toString())
        .contains("APPLIED");
    String passed =
        """
        {"outcome": "passed", "facts": [{"name": "p95", "value": 180.5, "unit": "ms"}],
         "junit": "<testsuite><testcase name='a'/></testsuite>"}""";
    assertThat(send(manager, "POST", results, passed, JSON).statusCode()).isEqualTo(403);
    assertThat(read(send(ci, "POST", results, passed, JSON), 200).toString()).contains("APPLIED");
    assertThat(read(send(ci, "POST", results, passed, JSON), 200).toString()).contains("DUPLICATE");

    JsonNode seen = read(send(manager, "GET", base + "/jobs/nightly/runs/1", null, JSON), 200);
    assertThat(seen.get("summary").get("outcome").asString()).isEqualTo("PASSED");
    assertThat(seen.get("summary").get("facts").get(0).get("name").asString()).isEqualTo("p95");
    assertThat(seen.get("attempts").get(0).get("results").size()).isEqualTo(3);
    JsonNode list =
        read(send(manager, "GET", base + "/jobs/nightly/runs?limit=1", null, JSON), 200);
    assertThat(list.get("items").size()).isEqualTo(1);
  }

  @Test
  void takesABareReportAndLetsItsTestsDecide() {
    define("");
    String results = startedResults();
    String failing =
        "<testsuite><testcase name='a'/><testcase name='b'><failure/></testcase></testsuite>";
    assertThat(send(ci, "POST", results, failing, "application/xml").statusCode()).isEqualTo(200);
    JsonNode seen = read(send(manager, "GET", base + "/jobs/nightly/runs/1", null, JSON), 200);
    assertThat(seen.get("summary").get("outcome").asString()).isEqualTo("FAILED");
  }

  @Test
  void refusesBadDefinitionsAndBadResultsWithAProblem() {
    assertThat(define(",\"state\":\"PASSED\"").statusCode()).isEqualTo(400);
    assertThat(define(",\"cron\":\"0 2 * * *\"").statusCode()).isEqualTo(422);
    assertThat(define(",\"silenceLimit\":\"PT2H\"").statusCode()).isEqualTo(422);
    define("");
    String results = startedResults();
    HttpResponse<String> unread = send(ci, "POST", results, "{\"outcome\":\"ok\"}", JSON);
    assertThat(unread.statusCode()).isEqualTo(400);
    assertThat(unread.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    String nobody = base + "/attempts/00000000-0000-4000-8000-000000000000/results";
    assertThat(send(ci, "POST", nobody, "{\"outcome\":\"passed\"}", JSON).statusCode())
        .isEqualTo(404);
    assertThat(send(manager, "POST", base + "/jobs/none/runs", null, JSON).statusCode())
        .isEqualTo(404);
  }

  @Test
  void cancelsOnceAndEditsOnlyTheVersionThatWasRead() {
    define("");
    startedResults();
    String run = base + "/jobs/nightly/runs/1";
    assertThat(send(manager, "POST", run + "/cancel", null, JSON).statusCode()).isEqualTo(200);
    assertThat(send(manager, "POST", run + "/cancel", null, JSON).statusCode()).isEqualTo(409);
    assertThat(send(manager, "PUT", base + "/jobs/nightly", body(""), JSON).statusCode())
        .isEqualTo(428);
  }

  private String startedResults() {
    JsonNode run = read(send(manager, "POST", base + "/jobs/nightly/runs", null, JSON), 201);
    return base + "/attempts/" + run.get("attempt").asString() + "/results";
  }

  private HttpResponse<String> define(String more) {
    return send(manager, "POST", base + "/jobs", body(more), JSON);
  }

  private String body(String more) {
    return """
        {"key": "nightly", "name": "Nightly", "kind": "tests", "trigger": "MANUAL",
         "target": {"url": "%s", "secret": "%s"}%s}"""
        .formatted(receiver.url(), Receiver.SECRET, more);
  }

  private JsonNode read(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> send(
      String bearer, String method, String path, @Nullable String body, String type) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header("Authorization", bearer)
              .header("Content-Type", type)
              .method(
                  method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
