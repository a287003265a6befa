package dev.signalbox.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.access.Role;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A plan goes in, somebody finishes a task, and the team's own file comes out. */
@SignalboxTest
class ExportStoryTests {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final String BOARD =
      """
      # Sprint 31 - Quay

      | Task ID | State | Task description | Owners (Source) |
      | --- | --- | --- | --- |
      | QUA-01-001 | TODO | Lay the cable. | Dock Guild (ops/dock) |
      | QUA-01-002 | TODO | Light the quay. Dependencies: QUA-01-001. | Dock Guild (ops/dock) |
      """;

  @Autowired Plan plan;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  private final String project = "export-story-" + COUNT.incrementAndGet();
  private String token = "";

  @BeforeEach
  void makeProject() {
    plan.createProject(new ProjectKey(project), "Exports", Actor.person("ann"));
    token = people.person(project, Role.CONTRIBUTOR).bearer();
  }

  @Test
  void theTeamsOwnFileComesBack() {
    assertThat(post("/imports?name=quay.md", "text/markdown", BOARD).statusCode()).isEqualTo(201);

    HttpResponse<String> same = get("/sprints/31/document");
    assertThat(same.statusCode()).isEqualTo(200);
    assertThat(same.body()).isEqualTo(BOARD);
    assertThat(header(same, "Content-Type")).isEqualToIgnoringCase("text/markdown;charset=UTF-8");
    assertThat(header(same, "Content-Disposition")).contains("quay.md");

    HttpResponse<String> started = change("POST", "/start", 0, "");
    assertThat(started.statusCode()).as(started.body()).isEqualTo(200);

    HttpResponse<String> changed = get("/sprints/31/document");
    assertThat(changed.body()).isNotEqualTo(BOARD).contains("| QUA-01-001 | DOING");
    assertThat(header(changed, "ETag")).isNotEqualTo(header(same, "ETag"));
    assertThat(get("/sprints/31/document/changes").body())
        .contains("\"task\":\"QUA-01-001\"")
        .contains("\"field\":\"STATE\"")
        .contains("\"unwritten\":[]");
    assertThat(get("/sprints/31/document?format=sprint-document").body())
        .startsWith("# Sprint 31 - Quay")
        .contains("Light the quay. Dependencies: QUA-01-001.");
  }

  @Test
  void aMegabyteInACellIsCutHereAndKeptThere() {
    String huge = BOARD.replace("Lay the cable.", "Lay the cable. " + "cable ".repeat(175_000));
    HttpResponse<String> report = post("/imports?name=quay.md", "text/markdown", huge);
    assertThat(report.statusCode()).isEqualTo(201);
    assertThat(report.body()).contains("TOO_LONG").contains("the rest stays in the document");
    assertThat(get("/tasks/QUA-01-001").body().length()).isBetween(10_000, 12_000);
    assertThat(get("/sprints/31/document").body()).isEqualTo(huge);

    assertThat(change("POST", "/start", 0, "").statusCode()).isEqualTo(200);
    String started = get("/sprints/31/document").body();
    assertThat(started)
        .startsWith(BOARD.substring(0, BOARD.indexOf("TODO")) + "DOING")
        .endsWith(huge.substring(huge.indexOf(" | Lay the cable.")));

    assertThat(change("PATCH", "", 1, "{\"text\":\"Lay it.\"}").statusCode()).isEqualTo(200);
    assertThat(get("/sprints/31/document").body()).isEqualTo(started);
    assertThat(get("/sprints/31/document/changes").body())
        .contains("The document says more here than the plan took");
  }

  @Test
  void aPlanThatWasBornHereIsASprintDocument() {
    String sprint = "{\"key\":\"5\",\"title\":\"Born here\"}";
    assertThat(post("/sprints", "application/json", sprint).statusCode()).isEqualTo(201);
    HttpResponse<String> document = get("/sprints/5/document");
    assertThat(document.body()).startsWith("# Sprint 5 - Born here\n");
    assertThat(get("/sprints/5/document?format=as-imported").statusCode()).isEqualTo(404);
    assertThat(get("/sprints/5/document?format=pdf").statusCode()).isEqualTo(400);
    assertThat(get("/sprints/6/document").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> change(String method, String path, int version, String body) {
    return send(
        request("/tasks/QUA-01-001" + path)
            .header("If-Match", "\"" + version + "\"")
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void whatWasLoggedHereIsInTheFileAndComesBackOnce() {
    String board = BOARD + "\n## Execution Log\n\n## Decisions & Risks\n\n- Ice.\n";
    assertThat(post("/imports?name=quay.md", "text/markdown", board).statusCode()).isEqualTo(201);
    String row = "{\"on\":\"2026-01-02\",\"text\":\"Cable came\",\"owner\":\"Ann\"}";
    assertThat(post("/sprints/31/log", "application/json", row).statusCode()).isEqualTo(201);
    assertThat(post("/sprints/31/risks", "application/json", "{\"text\":\"Fog.\"}").statusCode())
        .isEqualTo(201);

    HttpResponse<String> written = get("/sprints/31/document");
    assertThat(written.body())
        .contains("| 2026-01-02 | Cable came | Ann |\n")
        .endsWith("- Ice.\n- Fog.\n");
    assertThat(get("/sprints/31/document/changes").body()).contains("\"unwritten\":[]");

    HttpResponse<String> again = post("/imports?name=quay.md", "text/markdown", written.body());
    assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
    assertThat(get("/sprints/31/log").body()).containsOnlyOnce("Cable came");
    assertThat(get("/sprints/31/risks").body()).containsOnlyOnce("Fog.");
    assertThat(get("/sprints/31/document").body()).isEqualTo(written.body());
  }

  @Test
  void aBlockerThatWasStatedHereIsNamedWhereNoDocumentSaysIt() {
    assertThat(post("/imports?name=quay.md", "text/markdown", BOARD).statusCode()).isEqualTo(201);
    String why = "{\"kind\":\"PEOPLE\",\"reason\":\"The crane is on strike\"}";
    HttpResponse<String> blocked =
        send(
            request("/tasks/QUA-01-001/block")
                .header("If-Match", "\"0\"")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(why)));
    assertThat(blocked.statusCode()).as(blocked.body()).isEqualTo(200);
    for (String format : List.of("as-imported", "sprint-document")) {
      assertThat(get("/sprints/31/document/changes?format=" + format).body())
          .as(format)
          .contains("\"field\":\"BLOCKERS\"", "The crane is on strike");
    }
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private HttpResponse<String> post(String path, String type, String body) {
    return send(
        request(path)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/projects/" + project + path);
    return HttpRequest.newBuilder(uri).header("Authorization", token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
