package dev.signalbox.gate.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 (FIPS 180-4) over the UTF-8 bytes of a text, as 64 small hexadecimal digits. */
public final class Digests {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  private Digests() {}

  public static String of(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public static boolean isDigest(String text) {
    return FORM.matcher(text).matches();
  }
}
