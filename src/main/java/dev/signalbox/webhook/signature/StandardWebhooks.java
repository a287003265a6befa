package dev.signalbox.webhook.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Standard Webhooks 1.0.0: {@code v1,base64(HMAC-SHA256(id.timestamp.body))}. The encoded text is
 * compared, not the bytes behind it, so that no second spelling of a signature is taken.
 */
final class StandardWebhooks implements SignatureScheme {

  static final StandardWebhooks SCHEME = new StandardWebhooks();

  static final int TOLERANCE_SECONDS = 300;
  static final int MAX_SIGNATURES = 10;

  private static final String VERSION = "v1,";
  private static final int ENCODED_LENGTH = 44;
  private static final Pattern TIMESTAMP = Pattern.compile("[1-9][0-9]{0,11}");

  private StandardWebhooks() {}

  @Override
  public Verification verify(
      SentHeaders headers, byte[] body, List<SigningKey> keys, long nowSeconds) {
    String id = single(headers, "webhook-id");
    // A full stop would let an id and a timestamp trade places under one signature.
    if (id == null || id.indexOf('.') >= 0 || !DELIVERY_ID.matcher(id).matches()) {
      return new Verification.Unauthentic(Refusal.MALFORMED_ID);
    }
    String timestamp = single(headers, "webhook-timestamp");
    if (timestamp == null || !TIMESTAMP.matcher(timestamp).matches()) {
      return new Verification.Unauthentic(Refusal.MALFORMED_TIMESTAMP);
    }
    String sent = single(headers, "webhook-signature");
    if (sent == null || sent.isEmpty()) {
      return new Verification.Unauthentic(Refusal.MISSING_SIGNATURE);
    }
    List<byte[]> candidates = candidates(sent);
    if (candidates.isEmpty()) {
      return new Verification.Unauthentic(
          sent.startsWith(VERSION) ? Refusal.MALFORMED_SIGNATURE : Refusal.UNSUPPORTED_VERSION);
    }
    String keyId =
        matching(keys, candidates, (id + "." + timestamp + ".").getBytes(US_ASCII), body);
    if (keyId == null) {
      return new Verification.Unauthentic(Refusal.MISMATCH);
    }
    if (Math.abs(nowSeconds - Long.parseLong(timestamp)) > TOLERANCE_SECONDS) {
      return new Verification.Unauthentic(Refusal.OUTSIDE_TOLERANCE);
    }
    return new Verification.Authentic(id, keyId);
  }

  private static @Nullable String matching(
      List<SigningKey> keys, List<byte[]> candidates, byte[] head, byte[] body) {
    String match = null;
    for (SigningKey key : keys) {
      byte[] expected = Base64.getEncoder().encode(key.sign(head, body));
      for (byte[] candidate : candidates) {
        if (MessageDigest.isEqual(expected, candidate)) {
          match = key.id();
        }
      }
    }
    return match;
  }

  /** The v1 signatures of the right length among the first few; others are not looked at. */
  private static List<byte[]> candidates(String header) {
    List<byte[]> found = new ArrayList<>();
    int from = 0;
    for (int examined = 0; examined < MAX_SIGNATURES && from < header.length(); examined++) {
      int space = header.indexOf(' ', from);
      int to = space < 0 ? header.length() : space;
      if (to - from == VERSION.length() + ENCODED_LENGTH && header.startsWith(VERSION, from)) {
        found.add(header.substring(from + VERSION.length(), to).getBytes(US_ASCII));
      }
      from = to + 1;
    }
    return found;
  }

  private static @Nullable String single(SentHeaders headers, String name) {
    List<String> values = headers.all(name);
    return values.size() == 1 ? values.getFirst() : null;
  }
}
