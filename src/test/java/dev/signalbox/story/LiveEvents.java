package dev.signalbox.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Follows the event stream of a project, as an open dashboard does. */
final class LiveEvents implements AutoCloseable {

  /** An event with the moment of its arrival, in nanoseconds. */
  record Event(String name, String data, long at) {}

  final Queue<Event> events = new ConcurrentLinkedQueue<>();
  private final Stream<String> lines;

  private LiveEvents(Stream<String> lines) {
    this.lines = lines;
  }

  static LiveEvents follow(Api api, String project) throws IOException, InterruptedException {
    HttpResponse<Stream<String>> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(api.base() + "/api/v1/projects/" + project + "/events"))
                    .timeout(Duration.ofSeconds(30))
                    .header("authorization", "Bearer " + api.token())
                    .header("accept", "text/event-stream")
                    .build(),
                HttpResponse.BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("no event stream: " + response.statusCode());
    }
    LiveEvents live = new LiveEvents(response.body());
    Thread.ofVirtual().start(live::read);
    return live;
  }

  private void read() {
    String[] name = {""};
    try {
      lines.forEach(
          line -> {
            if (line.startsWith("event:")) {
              name[0] = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
              events.add(new Event(name[0], line.substring(5).strip(), System.nanoTime()));
            }
          });
    } catch (RuntimeException closed) {
      events.add(new Event("closed", String.valueOf(closed.getMessage()), System.nanoTime()));
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
