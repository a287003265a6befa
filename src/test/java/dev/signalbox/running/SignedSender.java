package dev.signalbox.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Standard Webhooks 1.0.0 says: HMAC-SHA256 over id, time and body. */
record SignedSender(String path, String secret) {

  private static final String PREFIX = "whsec_";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  HttpRequest request(int port, String id, String body) {
    var time = Long.toString(Instant.now().getEpochSecond());
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", time)
        .header("webhook-signature", "v1," + sign(id + "." + time + "." + body))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  static String passed(String attempt, long seconds) {
    return """
        {"attempt":"%s","outcome":"passed","facts":[{"name":"seconds","value":%d,"unit":"s"}]}"""
        .formatted(attempt, seconds);
  }

  private String sign(String content) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
