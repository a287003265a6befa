package dev.signalbox.webhook.signature;

import dev.signalbox.webhook.Dialect;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An active secret of a source, ready to sign; never printed, never empty. */
public final class SigningKey {

  /** Standard Webhooks asks for 24 to 64 bytes. */
  static final int SHORTEST = 24;

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "whsec_";

  private final String id;
  private final SecretKeySpec key;

  private SigningKey(String id, byte[] bytes) {
    if (bytes.length < SHORTEST) {
      throw new IllegalArgumentException("a secret has at least " + SHORTEST + " bytes");
    }
    this.id = id;
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /**
   * The key behind the text that was shown when the source was made. Standard Webhooks signs with
   * the bytes behind {@code whsec_}; the others sign with the characters of the whole text, since
   * their settings pages take any text.
   */
  public static SigningKey of(Dialect dialect, String id, String text) {
    return switch (dialect) {
      case STANDARD_WEBHOOKS -> {
        if (!text.startsWith(PREFIX)) {
          throw new IllegalArgumentException("the secret begins with " + PREFIX);
        }
        yield new SigningKey(id, Base64.getDecoder().decode(text.substring(PREFIX.length())));
      }
      case GITHUB, GITEA, FORGEJO -> new SigningKey(id, text.getBytes(StandardCharsets.UTF_8));
    };
  }

  /** The text of a fresh secret over these random bytes. */
  public static String text(byte[] random) {
    return PREFIX + Base64.getEncoder().encodeToString(random);
  }

  /** Which secret this is, without giving any of it away. */
  public String id() {
    return id;
  }

  /** HMAC-SHA-256 over the parts, one after the other. */
  byte[] sign(byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}
