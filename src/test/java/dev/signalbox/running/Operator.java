package dev.signalbox.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The person who sets Signalbox up: signs in, makes a token, a project, a job and a source. */
final class Operator {

  static final String PROJECT = "kill-story";
  static final String JOB = "smoke";
  private static final String PASSWORD = "a password that only this run knows";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http;
  private final String token;
  private volatile int port;

  private Operator(HttpClient http, int port, String token) {
    this.http = http;
    this.port = port;
    this.token = token;
  }

  /** Takes a fresh installation into use. */
  static Operator takeIntoUse(int port) {
    var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    var stranger = new Operator(http, port, "");
    stranger.form(
        "/login", Map.of("username", "admin", "password", RunningSignalbox.BOOTSTRAP_PASSWORD));
    stranger.form(
        "/password",
        Map.of(
            "present", RunningSignalbox.BOOTSTRAP_PASSWORD, "fresh", PASSWORD, "again", PASSWORD));
    stranger.form("/login", Map.of("username", "admin", "password", PASSWORD));
    var scopes =
        "[\"read\",\"admin\",\"sources:manage\",\"jobs:define\",\"jobs:trigger\",\"members:manage\"]";
    var made =
        stranger.send(
            stranger
                .request("/api/v1/tokens")
                .header("X-XSRF-TOKEN", stranger.csrf("/password"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"story\",\"scopes\":" + scopes + "}")));
    var operator =
        new Operator(HttpClient.newHttpClient(), port, member(expect(made, 201), "token"));
    operator.post(
        "/api/v1/projects", "{\"key\":\"%s\",\"name\":\"Kill story\"}".formatted(PROJECT), 201);
    operator.put(
        "/api/v1/projects/" + PROJECT + "/members/admin",
        "{\"roles\":[\"ADMIN\",\"RELEASE_MANAGER\"]}");
    operator.post(
        "/api/v1/projects/" + PROJECT + "/jobs",
        "{\"key\":\"%s\",\"name\":\"Smoke\",\"kind\":\"smoke\",\"trigger\":\"MANUAL\"}"
            .formatted(JOB),
        201);
    return operator;
  }

  /** After a restart on another port. */
  void goTo(int newPort) {
    port = newPort;
  }

  /** Makes a source of signed deliveries. */
  SignedSender source() {
    var made =
        post(
            "/api/v1/projects/" + PROJECT + "/sources",
            "{\"name\":\"builds\",\"dialect\":\"STANDARD_WEBHOOKS\"}",
            201);
    return new SignedSender(member(made, "path"), member(made, "secret"));
  }

  /** Starts a run; its number and the id of its attempt. */
  Started trigger() {
    var run = post("/api/v1/projects/" + PROJECT + "/jobs/" + JOB + "/runs", "{}", 201);
    return new Started(Long.parseLong(member(run, "number")), member(run, "attempt"));
  }

  record Started(long number, String attempt) {}

  String run(long number) {
    return get("/api/v1/projects/" + PROJECT + "/jobs/" + JOB + "/runs/" + number);
  }

  String get(String path) {
    return expect(send(request(path).GET()), 200);
  }

  private String post(String path, String json, int status) {
    return expect(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))),
        status);
  }

  private void put(String path, String json) {
    expect(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))),
        200);
  }

  /** The first member of this name, however deep; enough for answers whose shape others test. */
  static String member(String json, String name) {
    var found = members(json, name);
    if (found.isEmpty()) {
      throw new AssertionError("no " + name + " in " + json);
    }
    return found.getFirst();
  }

  static List<String> members(String json, String name) {
    return Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}\\]]+)")
        .matcher(json)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private void form(String path, Map<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&", "", "&_csrf=" + encode(csrf(path))));
    var answer =
        send(
            request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    expect(answer, 302);
  }

  private String csrf(String path) {
    var field = CSRF.matcher(get(path));
    if (!field.find()) {
      throw new AssertionError("no form with a CSRF token at " + path);
    }
    return field.group(1);
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String expect(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new AssertionError(
          "%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
    }
    return answer.body();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
