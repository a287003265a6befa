package dev.signalbox.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Browser;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.access.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SignalboxTest
class PlanApiIntegrationTests {

  @Autowired private TestPeople people;
  @Autowired private JsonMapper json;
  @LocalServerPort private int port;

  private final ProjectKey project = PlanFixture.freshKey();
  private TestPeople.Person boss;

  @BeforeEach
  void project() {
    boss = people.systemAdministrator();
    assertThat(
            post("/api/v1/projects", "{\"key\":\"%s\",\"name\":\"Yard\"}".formatted(project))
                .status())
        .isEqualTo(201);
    assertThat(post("/sprints", "{\"key\":\"505\",\"title\":\"Yard works\"}").status())
        .isEqualTo(201);
    assertThat(newTask("Y-1", "[]").status()).isEqualTo(201);
    assertThat(newTask("Y-2", "[\"Y-1\"]").status()).isEqualTo(201);
  }

  @Test
  void makesWhoOpensAProjectItsAdministrator() {
    Browser.Answer again =
        post("/api/v1/projects", "{\"key\":\"%s\",\"name\":\"Yard\"}".formatted(project));
    assertThat(again.status()).isEqualTo(409);
    assertThat(get("/members").body()).contains(boss.username()).contains("ADMIN");
    assertThat(get("/api/v1/projects/" + project).body()).contains(project.value());
  }

  @Test
  void hidesTheProjectFromOthers() {
    TestPeople.Person stranger = people.person("elsewhere", Role.VIEWER);
    Browser.Answer answer =
        new Browser(port)
            .send("GET", path("/tasks/Y-1"), Map.of("Authorization", stranger.bearer()), null);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(
            new Browser(port)
                .send("GET", "/api/v1/projects", Map.of("Authorization", stranger.bearer()), null)
                .body())
        .doesNotContain(project.value());
  }

  @Test
  void answersACreationWithLocationAndTag() {
    Browser.Answer made = newTask("Y-3", "[]");
    assertThat(made.header("Location")).isEqualTo(path("/tasks/Y-3"));
    assertThat(made.header("ETag")).isEqualTo("\"0\"");
    assertThat(get("/tasks/Y-3").header("ETag")).isEqualTo("\"0\"");
    assertThat(newTask("Y-3", "[]").status()).isEqualTo(409);
  }

  @Test
  void asksForTheVersionThatAnEditMeans() {
    assertThat(send("PATCH", "/tasks/Y-1", null, "{\"text\":\"x\"}").status()).isEqualTo(428);
    assertThat(send("PATCH", "/tasks/Y-1", "*", "{\"text\":\"x\"}").status()).isEqualTo(400);
    assertThat(send("PATCH", "/tasks/Y-1", "\"0\"", "{\"text\":\"x\"}").header("ETag"))
        .isEqualTo("\"1\"");
    assertThat(send("PATCH", "/tasks/Y-1", "\"0\"", "{\"text\":\"y\"}").status()).isEqualTo(412);
  }

  @Test
  void showsThePathOfARefusedCircle() {
    Browser.Answer answer = send("PUT", "/tasks/Y-1/dependencies/Y-2", "\"0\"", null);
    assertThat(answer.status()).isEqualTo(409);
    JsonNode problem = json.readTree(answer.body());
    assertThat(problem.get("type").asString()).isEqualTo("urn:signalbox:problem:cycle");
    assertThat(problem.get("path").toString()).isEqualTo("[\"Y-1\",\"Y-2\",\"Y-1\"]");
    assertThat(send("PUT", "/tasks/Y-1/dependencies/Y-1", "\"0\"", null).status()).isEqualTo(409);
  }

  @Test
  void goesThroughTheVerbs() {
    assertThat(send("POST", "/tasks/Y-2/finish", "\"0\"", null).status()).isEqualTo(409);
    assertThat(send("POST", "/tasks/Y-2/start", "\"0\"", null).status()).isEqualTo(200);
    String block = "{\"kind\":\"PEOPLE\",\"reason\":\"nobody is free\",\"since\":\"2026-01-02\"}";
    assertThat(send("POST", "/tasks/Y-2/block", "\"1\"", block).status()).isEqualTo(200);
    assertThat(get("/tasks/Y-2/blockers").body()).contains("nobody is free");
    assertThat(send("POST", "/tasks/Y-2/unblock", "\"2\"", "{\"note\":\"Bob is\"}").status())
        .isEqualTo(200);
    assertThat(send("POST", "/tasks/Y-2/finish", "\"3\"", "{\"override\":\"by hand\"}").status())
        .isEqualTo(200);
    assertThat(send("POST", "/tasks/Y-2/reopen", "\"4\"", null).status()).isEqualTo(200);
    assertThat(send("POST", "/tasks/Y-2/cancel", "\"5\"", "{\"reason\":\"late\"}").status())
        .isEqualTo(200);
    assertThat(get("/tasks?state=CANCELLED").body()).contains("Y-2").doesNotContain("\"Y-1\"");
    assertThat(send("DELETE", "/tasks/Y-2/dependencies/Y-1", "\"6\"", null).status())
        .isEqualTo(200);
  }

  @Test
  void keepsExternalItemsAndTheLog() {
    String external = "{\"key\":\"crane contract\",\"text\":\"The crane\"}";
    Browser.Answer made = post("/externals", external);
    assertThat(made.header("Location")).isEqualTo(path("/externals/crane%20contract"));
    assertThat(
            send(
                    "POST",
                    "/externals/crane%20contract/close",
                    "\"0\"",
                    "{\"kind\":\"DOCUMENT\",\"note\":\"p. 9\"}")
                .status())
        .isEqualTo(200);
    assertThat(get("/externals?closed=true").body()).contains("p. 9");
    assertThat(post("/sprints/505/log", "{\"text\":\"Looked at Y-1\"}").status()).isEqualTo(201);
    assertThat(get("/sprints/505/log").body()).contains(boss.username());
    assertThat(post("/sprints/505/risks", "{\"text\":\"Rain\"}").status()).isEqualTo(201);
    assertThat(get("/sprints/505/risks").body()).contains("Rain");
    assertThat(get("/sprints/none/risks").status()).isEqualTo(404);
    assertThat(get("/tasks/Y-1").body()).contains("Looked at Y-1");
  }

  @Test
  void answersBadInputWith400AndNever500() {
    for (String text :
        List.of("a\\u0000b", "\\u202eshown backwards", "\\ud800", "\\u0007", "   ", "")) {
      String body = "{\"text\":\"" + text + "\"}";
      assertThat(send("PATCH", "/tasks/Y-1", "\"0\"", body).status()).as(text).isEqualTo(400);
      String task = "{\"key\":\"Y-9\",\"sprint\":\"505\",\"text\":\"" + text + "\"}";
      assertThat(post("/tasks", task).status()).as(text).isEqualTo(400);
      String external = "{\"key\":\"" + text + "\",\"text\":\"x\"}";
      assertThat(post("/externals", external).status()).as(text).isEqualTo(400);
    }
    for (String address :
        List.of(
            "/tasks?cursor=forged",
            "/tasks?limit=0",
            "/tasks?limit=201",
            "/tasks?limit=999999999999",
            "/tasks?sort=password",
            "/tasks?state=NEW",
            "/tasks?q=%00",
            "/tasks?owner=a%00",
            "/tasks?sprint=%00",
            "/tasks/%20",
            "/externals?cursor=%00",
            "/sprints?limit=-1")) {
      assertThat(get(address).status()).as(address).isEqualTo(400);
    }
    String since = "{\"kind\":\"PEOPLE\",\"reason\":\"x\",\"since\":\"+99999-01-01\"}";
    assertThat(send("POST", "/tasks/Y-1/block", "\"0\"", since).status()).isEqualTo(400);
    String unknown = "{\"text\":\"x\",\"state\":\"DONE\"}";
    assertThat(send("PATCH", "/tasks/Y-1", "\"0\"", unknown).status()).isEqualTo(400);
    assertThat(send("PATCH", "/tasks/Y-1", "\"0\"", "{\"owners\":[null]}").status()).isEqualTo(400);
    assertThat(send("PATCH", "/tasks/Y-1", "\"0\"", "{\"sprint\":\"a b\"}").status())
        .isEqualTo(400);
    assertThat(get("/tasks/Y-1").header("ETag")).isEqualTo("\"0\"");
  }

  private Browser.Answer newTask(String key, String dependsOn) {
    return post(
        "/tasks",
        "{\"key\":\"%s\",\"sprint\":\"505\",\"text\":\"Do it\",\"dependsOn\":%s}"
            .formatted(key, dependsOn));
  }

  private Browser.Answer get(String path) {
    return send("GET", path, null, null);
  }

  private Browser.Answer post(String path, String body) {
    return send("POST", path, null, body);
  }

  private Browser.Answer send(String method, String path, String ifMatch, String body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", boss.bearer());
    if (ifMatch != null) {
      headers.put("If-Match", ifMatch);
    }
    if (body != null) {
      headers.put("Content-Type", "application/json");
    }
    return new Browser(port).send(method, path(path), headers, body);
  }

  private String path(String path) {
    return path.startsWith("/api/") ? path : "/api/v1/projects/" + project + path;
  }
}
