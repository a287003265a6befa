package dev.signalbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person with a browser without JavaScript: keeps cookies, reads pages, sends forms. */
final class Visitor {

  private static final Pattern CSRF =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

  private final String base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Visitor(String base) {
    this.base = base;
  }

  /** Signs in with a one-time password and sets an own one, as everybody is asked to. */
  Visitor signInAndSetPassword(String username, String oneTime, String own) {
    submit("/login", "/login", Map.of("username", username, "password", oneTime));
    submit("/password", "/password", Map.of("present", oneTime, "fresh", own, "again", own));
    return signIn(username, own);
  }

  Visitor signIn(String username, String password) {
    HttpResponse<String> answer =
        submit("/login", "/login", Map.of("username", username, "password", password));
    assertThat(answer.uri().getPath()).as("after signing in").doesNotStartWith("/login");
    return this;
  }

  String page(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as("GET " + path + ": " + answer.body()).isEqualTo(200);
    return answer.body();
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  /** Opens the page of a form, fills it in and sends it. */
  HttpResponse<String> submit(String formPage, String action, Map<String, String> fields) {
    String csrf = csrf(get(formPage).body());
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&", "_csrf=" + encode(csrf) + "&", ""));
    return send(
        HttpRequest.newBuilder(URI.create(base + action))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends a form with a file. */
  HttpResponse<String> upload(String formPage, String action, String field, Path file) {
    String csrf = csrf(get(formPage).body());
    String boundary = "----signalbox-story";
    String head =
        "--%s\r\ncontent-disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n--%s\r\n"
            .formatted(boundary, csrf, boundary);
    head +=
        "content-disposition: form-data; name=\"%s\"; filename=\"%s\"\r\ncontent-type: text/markdown\r\n\r\n"
            .formatted(field, file.getFileName());
    try {
      return send(
          HttpRequest.newBuilder(URI.create(base + action))
              .header("content-type", "multipart/form-data; boundary=" + boundary)
              .POST(
                  HttpRequest.BodyPublishers.concat(
                      HttpRequest.BodyPublishers.ofString(head),
                      HttpRequest.BodyPublishers.ofByteArray(Files.readAllBytes(file)),
                      HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A personal token with these scopes, made on the account page. */
  String token(String... scopes) {
    String csrf = csrf(get("/account").body());
    StringBuilder body = new StringBuilder("_csrf=" + encode(csrf) + "&name=story&days=30");
    for (String scope : scopes) {
      body.append("&scopes=").append(encode(scope));
    }
    String page =
        send(HttpRequest.newBuilder(URI.create(base + "/account/tokens"))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())))
            .body();
    Matcher token = Pattern.compile("sbx_[A-Za-z0-9_]+").matcher(page);
    assertThat(token.find()).as("the page shows the token: " + page).isTrue();
    return token.group();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String csrf(String page) {
    Matcher field = CSRF.matcher(page);
    assertThat(field.find()).as("the page has a form: " + page).isTrue();
    return field.group(1) != null ? field.group(1) : field.group(2);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
