package dev.signalbox.wire;

import org.jspecify.annotations.Nullable;

/** Strong entity tags (RFC 9110) over a version number, such as {@code "7"}. */
public final class EntityTag {

  private EntityTag() {}

  /** The header value of a version, quotes included. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /**
   * The version that the caller means.
   *
   * @param ifMatch the If-Match header, or null
   * @throws ProblemException 428 without the header, 400 for {@code *}, lists, weak tags or a tag
   *     that is no version
   */
  public static long version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new ProblemException(
          ProblemType.PRECONDITION_REQUIRED,
          "Send the ETag that you read as If-Match, so that nobody's change is lost.");
    }
    String tag = ifMatch.strip();
    if (tag.matches("\"\\d{1,18}\"")) {
      return Long.parseLong(tag.substring(1, tag.length() - 1));
    }
    throw new ProblemException(
        ProblemType.INVALID_REQUEST,
        "If-Match takes exactly one strong ETag as this service gave it, such as \"7\".");
  }
}
