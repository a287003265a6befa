package dev.signalbox.webhook.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA-256 over the body alone, as lower-case hex: what the Git forges have in common. */
final class HexSignature {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  private HexSignature() {}

  /**
   * Checks the one signature that counts.
   *
   * @param values of its header, as sent
   * @param prefix that stands before the hex, such as {@code sha256=}; may be empty
   * @param deliveryIds values of the header that names the delivery
   */
  static Verification verify(
      List<String> values,
      String prefix,
      List<String> deliveryIds,
      byte[] body,
      List<SigningKey> keys) {
    if (values.isEmpty() || values.getFirst().isEmpty()) {
      return new Verification.Unauthentic(Refusal.MISSING_SIGNATURE);
    }
    String sent = values.getFirst();
    if (values.size() > 1
        || !sent.startsWith(prefix)
        || !FORM.matcher(sent.substring(prefix.length())).matches()) {
      return new Verification.Unauthentic(Refusal.MALFORMED_SIGNATURE);
    }
    String keyId = matching(keys, sent.substring(prefix.length()).getBytes(US_ASCII), body);
    if (keyId == null) {
      return new Verification.Unauthentic(Refusal.MISMATCH);
    }
    if (deliveryIds.isEmpty()) {
      return new Verification.Authentic(null, keyId);
    }
    String id = deliveryIds.getFirst();
    boolean named = deliveryIds.size() == 1 && SignatureScheme.DELIVERY_ID.matcher(id).matches();
    return named
        ? new Verification.Authentic(id, keyId)
        : new Verification.Unauthentic(Refusal.MALFORMED_ID);
  }

  private static @Nullable String matching(List<SigningKey> keys, byte[] candidate, byte[] body) {
    String match = null;
    for (SigningKey key : keys) {
      byte[] expected = HexFormat.of().formatHex(key.sign(body)).getBytes(US_ASCII);
      if (MessageDigest.isEqual(expected, candidate)) {
        match = key.id();
      }
    }
    return match;
  }
}
