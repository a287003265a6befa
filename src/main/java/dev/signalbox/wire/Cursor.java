package dev.signalbox.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where the next page of a list begins, opaque to the caller: base64url of an 8 byte check and the
 * position. The check covers the name of the list too, so a cursor of another list, or one put
 * together by hand, is a 400. It is no authorisation: a position only ever narrows a query that is
 * already bound to what the caller may see.
 */
public final class Cursor {

  private static final int CHECK_BYTES = 8;
  private static final int MAX_CHARS = 1_000;
  private static final String SEPARATOR = "\u001f";

  private Cursor() {}

  /**
   * The cursor after the last item of a page.
   *
   * @param list name of the list with what it is bound to, such as {@code tasks/demo}
   * @param position values of the sort columns of that item
   */
  public static String encode(String list, List<String> position) {
    byte[] payload = String.join(SEPARATOR, position).getBytes(UTF_8);
    byte[] check = check(list, payload);
    byte[] all = Arrays.copyOf(check, check.length + payload.length);
    System.arraycopy(payload, 0, all, check.length, payload.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * The position in a cursor that {@link #encode} made for the same list.
   *
   * @param parts how many values the position has
   * @throws ProblemException 400 for anything else
   */
  public static List<String> decode(String list, String cursor, int parts) {
    if (cursor.length() > MAX_CHARS) {
      throw unusable();
    }
    byte[] all;
    try {
      all = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException _) {
      throw unusable();
    }
    if (all.length < CHECK_BYTES) {
      throw unusable();
    }
    byte[] payload = Arrays.copyOfRange(all, CHECK_BYTES, all.length);
    byte[] check = Arrays.copyOf(all, CHECK_BYTES);
    if (!MessageDigest.isEqual(check, check(list, payload))) {
      throw unusable();
    }
    List<String> position = List.of(new String(payload, UTF_8).split(SEPARATOR, -1));
    if (position.size() != parts) {
      throw unusable();
    }
    return position;
  }

  /** As {@link #decode}, for a position of one number, such as the last id of the page. */
  public static long decodeNumber(String list, String cursor) {
    String number = decode(list, cursor, 1).getFirst();
    if (!number.matches("\\d{1,18}")) {
      throw unusable();
    }
    return Long.parseLong(number);
  }

  private static byte[] check(String list, byte[] payload) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(("signalbox cursor" + SEPARATOR + list + SEPARATOR).getBytes(UTF_8));
      return Arrays.copyOf(digest.digest(payload), CHECK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static ProblemException unusable() {
    return new ProblemException(
        ProblemType.INVALID_REQUEST,
        "The cursor does not belong to this list. Take it from the answer of the page before.");
  }
}
