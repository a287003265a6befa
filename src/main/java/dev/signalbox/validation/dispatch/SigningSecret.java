package dev.signalbox.validation.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of Standard Webhooks 1.0.0 (github.com/standard-webhooks): written {@code whsec_} and
 * base64, signing {@code id.timestamp.body} with HMAC-SHA256.
 */
public final class SigningSecret {

  public static final int MADE_BYTES = 32;

  private static final String PREFIX = "whsec_";
  private static final int MIN_BYTES = 24;
  private static final int MAX_BYTES = 64;

  private SigningSecret() {}

  /** The key's bytes, or an {@link IllegalArgumentException} that does not repeat it. */
  public static byte[] parse(String written) {
    if (!written.startsWith(PREFIX)) {
      throw new IllegalArgumentException("the target's secret starts with whsec_");
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(written.substring(PREFIX.length()));
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException("the target's secret is base64 after whsec_", notBase64);
    }
    if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
      throw new IllegalArgumentException("the target's secret is 24 to 64 bytes in base64");
    }
    return key;
  }

  /** As people and receivers write it. */
  public static String write(byte[] key) {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** The value of {@code webhook-signature}. */
  public static String sign(byte[] key, String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
    }
  }
}
