package dev.signalbox.validation.adapter;

import dev.signalbox.access.SecretBox;
import dev.signalbox.validation.adapter.Reply.Answered;
import dev.signalbox.validation.dispatch.Aim;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls of JSON APIs with a token in a header. */
@Component
class Rest {

  private final Calls calls;
  private final SecretBox secrets;
  private final JsonMapper json;

  Rest(Calls calls, SecretBox secrets, JsonMapper json) {
    this.calls = calls;
    this.secrets = secrets;
    this.json = json;
  }

  /**
   * The API of one target.
   *
   * @param header that carries the token
   * @param prefix before it, such as {@code "Bearer "}
   */
  Site at(Aim aim, String header, String prefix) {
    String token = new String(secrets.open(aim.sealedSecret()), StandardCharsets.US_ASCII);
    return new Site(root(aim), request -> request.header(header, prefix + token));
  }

  /** The API of one target whose secret is {@code user:token}, sent as RFC 7617 has it. */
  Site basic(Aim aim) {
    String encoded = Base64.getEncoder().encodeToString(secrets.open(aim.sealedSecret()));
    return new Site(root(aim), request -> request.header("Authorization", "Basic " + encoded));
  }

  private static String root(Aim aim) {
    return aim.url().endsWith("/") ? aim.url().substring(0, aim.url().length() - 1) : aim.url();
  }

  /** The API of one target as somebody calls it who has logged in there. */
  Site session(Aim aim, String cookie) {
    return new Site(root(aim), request -> request.header("Cookie", cookie));
  }

  /** The answer's JSON; a missing node where it is none. */
  JsonNode read(Answered answer) {
    try {
      return json.readTree(answer.body());
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** A value as one segment of a path or one value of a query. */
  static String part(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** One API and who calls it. */
  final class Site {

    private final String root;
    private final UnaryOperator<HttpRequest.Builder> token;

    private Site(String root, UnaryOperator<HttpRequest.Builder> token) {
      this.root = root;
      this.token = token;
    }

    /** The same with one more header. */
    Site with(String name, String value) {
      return new Site(root, request -> token.apply(request).header(name, value));
    }

    /** As HTML forms are sent. */
    Reply postForm(String path, Map<String, String> values) {
      String form =
          values.entrySet().stream()
              .map(each -> part(each.getKey()) + "=" + part(each.getValue()))
              .collect(Collectors.joining("&"));
      return calls.make(
          root + path,
          request ->
              token
                  .apply(request)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form)));
    }

    Reply get(String path) {
      return calls.make(
          root + path, request -> token.apply(request).header("Accept", "application/json").GET());
    }

    Reply post(String path, Map<String, ?> body) {
      return calls.make(
          root + path,
          request ->
              token
                  .apply(request)
                  .header("Accept", "application/json")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
    }
  }
}
