package dev.signalbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A caller over real HTTP that keeps cookies, fills in forms, and follows no redirects. */
public final class Browser {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final String base;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  public Browser(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** What came back; the body is cut after 4 MiB, and not read from streams of events. */
  public record Answer(int status, java.net.http.HttpHeaders headers, String body) {

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  public Answer get(String path) {
    return send("GET", path, Map.of(), null);
  }

  /** Sends a form with the CSRF token of the page at {@code formPath}. */
  public Answer submit(String formPath, String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", csrf(formPath));
    return post(path, all);
  }

  /** Sends a form just as it is. */
  public Answer post(String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send("POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded"), form);
  }

  /** The CSRF token in the first form of a page. */
  public String csrf(String path) {
    Matcher field = CSRF.matcher(get(path).body());
    if (!field.find()) {
      throw new AssertionError("no form with a CSRF token at " + path);
    }
    return field.group(1);
  }

  public Answer signIn(String username, String password) {
    return submit("/login", "/login", Map.of("username", username, "password", password));
  }

  public Answer send(String method, String path, Map<String, String> headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    if (!cookies.isEmpty()) {
      request.setHeader(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return exchange(request.build());
  }

  private Answer exchange(HttpRequest request) {
    try {
      HttpResponse<InputStream> response =
          CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
      response.headers().allValues("set-cookie").forEach(this::keep);
      try (InputStream in = response.body()) {
        List<String> type = response.headers().allValues("content-type");
        boolean stream = !type.isEmpty() && type.getFirst().startsWith("text/event-stream");
        String body =
            stream ? "" : new String(in.readNBytes(4 * 1024 * 1024), StandardCharsets.UTF_8);
        return new Answer(response.statusCode(), response.headers(), body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void keep(String setCookie) {
    String pair = setCookie.split(";", 2)[0];
    String name = pair.substring(0, pair.indexOf('='));
    if (setCookie.contains("Max-Age=0")) {
      cookies.remove(name);
    } else {
      cookies.put(name, pair.substring(pair.indexOf('=') + 1));
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
