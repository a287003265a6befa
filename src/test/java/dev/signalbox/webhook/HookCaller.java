package dev.signalbox.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and posts as a CI system would; knows nothing of the code under test. */
public final class HookCaller {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI hook;
  private final String secret;

  public HookCaller(int port, NewSource source) {
    this(port, source.path(), source.secret());
  }

  public HookCaller(int port, String path, String secret) {
    this.hook = URI.create("http://127.0.0.1:" + port + path);
    this.secret = secret;
  }

  /** Posts JSON signed by Standard Webhooks at this time. */
  public HttpResponse<String> post(String id, long timestamp, String body) {
    return post(id, timestamp, body.getBytes(UTF_8));
  }

  public HttpResponse<String> post(String id, long timestamp, byte[] body) {
    return send(
        request(body)
            .header("Content-Type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(timestamp))
            .header("webhook-signature", sign(id, timestamp, body))
            .build());
  }

  /** Posts JSON with a GitHub signature. */
  public HttpResponse<String> postGitHub(String id, String event, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return send(
        request(bytes)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("X-GitHub-Delivery", id)
            .header("X-GitHub-Event", event)
            .header("X-Hub-Signature-256", "sha256=" + hex(bytes))
            .build());
  }

  public HttpRequest.Builder request(byte[] body) {
    return HttpRequest.newBuilder(hook).POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  public String sign(String id, long timestamp, byte[] body) {
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    byte[] digest = hmac(key, (id + "." + timestamp + ".").getBytes(UTF_8), body);
    return "v1," + Base64.getEncoder().encodeToString(digest);
  }

  /** What the forges send: the text of the secret is the key. */
  public String hex(byte[] body) {
    return HexFormat.of().formatHex(hmac(secret.getBytes(UTF_8), body));
  }

  public static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
