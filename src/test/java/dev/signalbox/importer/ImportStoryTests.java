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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SignalboxTest
class ImportStoryTests {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String FORM = "application/x-www-form-urlencoded";

  @Autowired Plan plan;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  private final String project = "import-story-" + COUNT.incrementAndGet();
  private String token = "";

  @BeforeEach
  void makeProject() {
    plan.createProject(new ProjectKey(project), "Imports", Actor.person("ann"));
    token = people.person(project, Role.CONTRIBUTOR).bearer();
  }

  private HttpResponse<String> post(String query, @Nullable String type, byte[] body) {
    HttpRequest.Builder request = request(query).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return send(type == null ? request : request.header("Content-Type", type));
  }

  private HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    URI uri =
        URI.create("http://127.0.0.1:" + port + "/api/v1/projects/" + project + "/imports" + path);
    return HttpRequest.newBuilder(uri).header("Authorization", token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void takesTheSeedAsCurlSendsItAndThenAgain() {
    byte[] seed = PlanFixture.seed();
    HttpResponse<String> preview = post("?dryRun=true", FORM, seed);
    assertThat(preview.body()).contains("\"PREVIEW\"", "\"tasks\":25");
    assertThat(preview.statusCode()).isEqualTo(200);

    HttpResponse<String> applied = post("", FORM, seed);
    assertThat(applied.body()).contains("\"APPLIED\"", "\"bytes\":" + seed.length);
    assertThat(applied.statusCode()).isEqualTo(201);
    String location = applied.headers().firstValue("Location").orElseThrow();
    String id = location.substring(location.lastIndexOf('/'));
    assertThat(get(id).body()).isEqualTo(applied.body());
    assertThat(get("").body()).contains("\"next\":null", "\"sprint\":\"505\"");

    HttpResponse<String> again = post("", FORM, seed);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("\"UNCHANGED\"");
  }

  @Test
  void takesEveryTypeOfTextAndNoOther() {
    byte[] sample = bytes(PlanFixture.sample());
    for (String type :
        List.of("text/markdown", "text/plain; charset=utf-8", "application/octet-stream")) {
      assertThat(post("?dryRun=true", type, sample).statusCode()).as(type).isEqualTo(200);
    }
    assertThat(post("?dryRun=true", null, sample).statusCode()).isEqualTo(200);
    assertThat(post("?dryRun=true", "application/json", sample).statusCode()).isEqualTo(415);
  }

  @Test
  void answersBadDocumentsWithTheirPlaces() {
    for (byte[] bad :
        List.of(
            new byte[0],
            new byte[] {0, 1, 2, (byte) 0xff},
            bytes("no plan"),
            bytes("# Ideas\n\nSome day."))) {
      HttpResponse<String> answer = post("", "text/markdown", bad);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body())
          .contains("\"problems\":[{", "\"line\":", "\"column\":", "\"offset\":");
    }
    assertThat(plan.snapshot(new ProjectKey(project)).tasks()).isEmpty();
    byte[] huge = new byte[10 * 1024 * 1024 + 1];
    java.util.Arrays.fill(huge, (byte) 'a');
    assertThat(post("", FORM, huge).statusCode()).isEqualTo(413);
  }

  @Test
  void isForThoseWhoMayEditThePlan() {
    token = people.person(project, Role.VIEWER).bearer();
    assertThat(post("", FORM, bytes(PlanFixture.sample())).statusCode()).isEqualTo(403);
    assertThat(get("").statusCode()).isEqualTo(200);
    assertThat(get("/999999").statusCode()).isEqualTo(404);
    assertThat(get("?limit=0").statusCode()).isEqualTo(400);
    assertThat(get("?cursor=7").statusCode()).isEqualTo(400);
  }
}
