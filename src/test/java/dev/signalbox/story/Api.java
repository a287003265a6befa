package dev.signalbox.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody does with {@code curl} and a token. */
record Api(String base, String token) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final JsonMapper JSON = JsonMapper.shared();

  /** An answer with its body read as JSON, where it is any. */
  record Answer(int status, HttpResponse<String> response) {

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
      return status + " " + response.body();
    }
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, String json, String... headers) {
    return with("POST", path, json, headers);
  }

  Answer put(String path, String json, String... headers) {
    return with("PUT", path, json, headers);
  }

  Answer postBytes(String path, byte[] body, String contentType) {
    return send(
        request(path)
            .header("content-type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private Answer with(String method, String path, String json, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("content-type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(30))
        .header("authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
