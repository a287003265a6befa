package dev.signalbox.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.TestPeople.Person;
import dev.signalbox.access.Role;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The live stream as a browser or a program sees it. */
@SignalboxTest
@Timeout(60)
class EventsIntegrationTests {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired Timeline timeline;
  @Autowired TransactionTemplate transaction;

  private final String project = "e" + UUID.randomUUID().toString().substring(0, 12);

  @Test
  void streamsEventsThatCanBeResumed() throws Exception {
    Person person = people.person(project, Role.VIEWER);
    String last;
    try (Stream stream = open(person, "")) {
      assertThat(stream.type()).startsWith("text/event-stream");
      assertThat(stream.block()).anyMatch(line -> line.matches("id: \\d+-0"));
      write("A");
      List<String> event = stream.block();
      assertThat(event).contains("event: task");
      assertThat(event).anyMatch(line -> line.contains("\"objectKey\":\"A\""));
      last = event.getFirst().substring("id: ".length());
    }
    write("B");
    try (Stream again = open(person, last)) {
      again.block();
      assertThat(again.block()).anyMatch(line -> line.contains("\"objectKey\":\"B\""));
    }
  }

  @Test
  void carriesNoValues() throws Exception {
    Person person = people.person(project, Role.VIEWER);
    try (Stream stream = open(person, "")) {
      stream.block();
      write("A");
      assertThat(stream.block()).noneMatch(line -> line.contains("classified"));
    }
  }

  @Test
  void endsTheStreamOfSomebodyWhoIsNoMemberAnyMore() throws Exception {
    Person person = people.person(project, Role.VIEWER);
    try (Stream stream = open(person, "")) {
      stream.block();
      people.expel(project, person.username());
      assertThat(stream.rest()).isEmpty();
    }
    try (Stream refused = open(person, "")) {
      assertThat(refused.status()).isEqualTo(404);
    }
  }

  @Test
  void refusesAPositionThatItNeverGave() throws Exception {
    Person person = people.person(project, Role.VIEWER);
    try (Stream stream = open(person, "yesterday")) {
      assertThat(stream.status()).isEqualTo(400);
      assertThat(stream.type()).startsWith("application/problem+json");
    }
  }

  private void write(String key) {
    transaction.executeWithoutResult(
        _ ->
            timeline.record(
                new Recordable(
                    project,
                    Actor.person("ada"),
                    "task.started",
                    "task",
                    key,
                    null,
                    List.of("classified"))));
  }

  private Stream open(Person person, String lastEventId) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/v1/projects/" + project + "/events"))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", person.bearer());
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    return new Stream(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
  }

  /** An open answer, read block by block. */
  private static final class Stream implements AutoCloseable {

    private final HttpResponse<InputStream> response;
    private final BufferedReader reader;

    Stream(HttpResponse<InputStream> response) {
      this.response = response;
      this.reader =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    int status() {
      return response.statusCode();
    }

    String type() {
      return response.headers().firstValue("Content-Type").orElse("");
    }

    /** Lines up to the next empty one. */
    List<String> block() throws IOException {
      List<String> lines = new ArrayList<>();
      String line = reader.readLine();
      while (line != null && !line.isEmpty()) {
        lines.add(line);
        line = reader.readLine();
      }
      return lines;
    }

    /** Everything until the server ends. */
    List<String> rest() {
      return reader.lines().toList();
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
