package dev.signalbox.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.access.Role;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A folder with one task a file goes in as an archive and comes out as one. */
@SignalboxTest
class ArchiveStoryTests {

  private static final String FIRST = task("PIER-1", "Drive the piles", "Done", "[]");
  private static final String SECOND = task("PIER-2", "Lay the deck", "To Do", "[PIER-1]");
  private static final String README = "# Tasks of the pier\n\nOne file each.\n";

  private static final String OTHER =
      "# Board of the quay\n\n| ID | Task | Status |\n|---|---|---|\n| QUAY-7 | Light it | Done |\n";

  @Autowired Plan plan;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  private String token = "";

  private static String task(String id, String title, String status, String dependsOn) {
    return """
    ---
    id: %s
    title: %s
    status: %s
    dependencies: %s
    ---

    ## Description

    Words.
    """
        .formatted(id, title, status, dependsOn);
  }

  @Test
  void comesBackTheSameAndThenWithOnlyTheChangedFileChanged() throws Exception {
    plan.createProject(new ProjectKey("pier"), "Pier", Actor.person("ann"));
    token = people.person("pier", Role.CONTRIBUTOR).bearer();
    byte[] archive = zip();

    HttpResponse<byte[]> pushed =
        send(
            request("/plan-archive")
                .header("Content-Type", "application/zip")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(archive)));
    assertThat(text(pushed))
        .contains("\"exitCode\":0")
        .contains("\"tasks\":2")
        .contains("\"tasks\":1");
    String sprint =
        plan.snapshot(new ProjectKey("pier")).tasks().stream()
            .filter(task -> task.key().value().equals("PIER-2"))
            .findFirst()
            .orElseThrow()
            .sprint();

    HttpResponse<byte[]> same = send(request("/sprints/" + sprint + "/document").GET());
    assertThat(same.body()).isEqualTo(archive);
    assertThat(same.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(same.headers().firstValue("Content-Disposition").orElse("")).contains(".zip");

    HttpResponse<byte[]> started =
        send(
            request("/tasks/PIER-2/start")
                .header("If-Match", "\"0\"")
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(started.statusCode()).as(text(started)).isEqualTo(200);
    Map<String, String> files =
        unzip(send(request("/sprints/" + sprint + "/document").GET()).body());
    assertThat(files).hasSize(4).containsEntry("pier/readme.md", README);
    assertThat(files).as("of another sprint").containsEntry("quay/board.md", OTHER);
    assertThat(files).containsEntry("pier/tasks/pier-1.md", FIRST);
    assertThat(files.get("pier/tasks/pier-2.md"))
        .isEqualTo(SECOND.replace("status: To Do", "status: Doing"));
  }

  private static byte[] zip() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      Map<String, String> files = new LinkedHashMap<>();
      files.put("pier/readme.md", README);
      files.put("pier/tasks/pier-1.md", FIRST);
      files.put("pier/tasks/pier-2.md", SECOND);
      files.put("quay/board.md", OTHER);
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> unzip(byte[] bytes) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/projects/pier" + path);
    return HttpRequest.newBuilder(uri).header("Authorization", token);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}
