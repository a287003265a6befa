package dev.signalbox.access.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.signalbox.timeline.Ids;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The token as its holder has it: {@code sbx_<12 base62>_<43 base62>_<8 hex>}. The first part finds
 * it, the second is the secret (256 bits), the third a CRC-32 over all before it, so that a
 * mistyped or made-up token is refused without a look into the database.
 */
record TokenText(String publicId, String secret) {

  static final String PREFIX = "sbx_";

  private static final int ID_CHARS = 12;
  private static final int SECRET_CHARS = 43;
  private static final int SECRET_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile("sbx_([0-9A-Za-z]{12})_([0-9A-Za-z]{43})_([0-9a-f]{8})");
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  static TokenText fresh(Ids ids) {
    return new TokenText(
        base62(ids.secret(8), ID_CHARS), base62(ids.secret(SECRET_BYTES), SECRET_CHARS));
  }

  /** The parts, or nothing if the form or the checksum is wrong. */
  static Optional<TokenText> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    TokenText token = new TokenText(matcher.group(1), matcher.group(2));
    return token.text().equals(text) ? Optional.of(token) : Optional.empty();
  }

  /** What goes into the Authorization header. */
  String text() {
    return body() + "_" + checksum(body());
  }

  /** What is kept: SHA-256 over the whole text. The secret is random, so no slow hash is needed. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text().getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private String body() {
    return PREFIX + publicId + "_" + secret;
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(US_ASCII));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  private static String base62(byte[] bytes, int chars) {
    BigInteger base = BigInteger.valueOf(DIGITS.length());
    BigInteger rest = new BigInteger(1, bytes);
    StringBuilder text = new StringBuilder(chars);
    for (int i = 0; i < chars; i++) {
      BigInteger[] parts = rest.divideAndRemainder(base);
      text.append(DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return text.reverse().toString();
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return PREFIX + publicId + "_...";
  }
}
