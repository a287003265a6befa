package dev.signalbox.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.access.Role;
import dev.signalbox.importer.merge.AppliedDocuments;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** CI pushes plan files and knows from the answer how to end. */
@SignalboxTest
class PushStoryTests {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String FILE = "/plan-files/docs/plans/sprint%20505.md";

  @Autowired Plan plan;
  @Autowired AppliedDocuments documents;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  private final String project = "push-story-" + COUNT.incrementAndGet();
  private String token = "";

  @BeforeEach
  void makeProject() {
    plan.createProject(new ProjectKey(project), "Pushes", Actor.person("ann"));
    token = people.person(project, Role.CONTRIBUTOR).bearer();
  }

  private HttpResponse<String> put(String path, String accept, byte[] body) {
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/projects/" + project + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", token)
            .header("Accept", accept)
            .header("Content-Type", FORM)
            .PUT(BodyPublishers.ofByteArray(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> push(String query, String text) {
    return put(FILE + query, "application/json", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void pushesAFileAgainAndAgain() {
    HttpResponse<String> dry = push("?dryRun=true", PlanFixture.sample());
    assertThat(dry.statusCode()).isEqualTo(200);
    assertThat(dry.body()).contains("\"outcome\":\"PREVIEW\"", "\"exitCode\":0");
    HttpResponse<String> first = push("", PlanFixture.sample());
    assertThat(first.body())
        .contains("\"exitCode\":0", "\"outcome\":\"APPLIED\"", "25 added")
        .contains("\"name\":\"docs/plans/sprint 505.md\"");
    assertThat(push("", PlanFixture.sample()).body()).contains("\"outcome\":\"UNCHANGED\"");
  }

  @Test
  void asksAScriptToChoose() {
    String odd = PlanFixture.sample().replace("DEVOPS-LNM-22-003 | TODO", "DEVOPS-LNM-22-003 | HM");
    HttpResponse<String> asking = push("", odd);
    assertThat(asking.statusCode()).isEqualTo(409);
    assertThat(asking.body())
        .contains("\"exitCode\":1", "\"NEEDS_CHOICE\"", "\"severity\":\"ASK\"", "\"line\":");
    assertThat(push("?unread=maybe", odd).statusCode()).isEqualTo(400);
    assertThat(push("?conflicts=theirs", odd).statusCode()).isEqualTo(400);
    assertThat(push("?choice=nothing", odd).statusCode()).isEqualTo(400);
    assertThat(push("?unread=skip", odd).statusCode()).isEqualTo(200);
  }

  @Test
  void saysInPlainTextHowItWent() {
    byte[] sample = PlanFixture.sample().getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> text = put(FILE + "?sprint=Night", "text/plain", sample);
    assertThat(text.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(text.body().lines().findFirst()).contains("exit: 0");
    assertThat(text.body().lines().toList().getLast()).startsWith("applied: 1 document; 25 tasks");
    assertThat(text.body()).contains("-> sprint Night:");
    HttpResponse<String> none =
        put(FILE, "text/plain", "# Ideas\n".getBytes(StandardCharsets.UTF_8));
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).startsWith("exit: 2\n").contains("NO_TASKS");
  }

  @Test
  void pushesAFolderAsAnArchive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("plans/505.md"));
      zip.write(PlanFixture.sample().getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("plans/notes.md"));
      zip.write("# Notes\n\nNothing.\n".getBytes(StandardCharsets.UTF_8));
    }
    HttpResponse<String> done = put("/plan-archive?name=p.zip", "*/*", bytes.toByteArray());
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(done.body()).contains("2 documents (1 without tasks)", "25 added", "NO_TASKS");
    AppliedDocuments.Kept kept = documents.lastFiles(new ProjectKey(project), "505").orElseThrow();
    assertThat(kept.files().getFirst().path()).isEqualTo("plans/505.md");
    assertThat(documents.archive(new ProjectKey(project), kept.archive()).orElseThrow().bytes())
        .isEqualTo(bytes.toByteArray());
    assertThat(put("/plan-archive", "*/*", new byte[] {1, 2, 3}).statusCode()).isEqualTo(422);
  }

  @Test
  void isForThoseWhoMayEditThePlan() {
    token = people.person(project, Role.VIEWER).bearer();
    assertThat(push("", PlanFixture.sample()).statusCode()).isEqualTo(403);
  }
}
