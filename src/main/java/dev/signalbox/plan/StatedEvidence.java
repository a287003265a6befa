package dev.signalbox.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what an external item is there, as somebody verified it: a link, a digest, a note, or several
 * of them. Nothing is ever fetched from the link.
 *
 * @param link an absolute address with http or https
 * @param digest {@code sha256:} and 64 hexadecimal digits
 */
public record StatedEvidence(
    EvidenceKind kind, @Nullable String link, @Nullable String digest, @Nullable String note) {

  public static final int LINK_LIMIT = 2_000;

  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  /** Somebody's word. */
  public static StatedEvidence statement(String note) {
    return new StatedEvidence(EvidenceKind.STATEMENT, null, null, note);
  }

  /** The same as it would be stored. */
  public StatedEvidence clean() {
    return new StatedEvidence(kind, clean(link), clean(digest), clean(note));
  }

  /** What cannot be taken of cleaned evidence, in words. */
  public List<String> flaws() {
    List<String> flaws = new ArrayList<>();
    if (link == null && digest == null && note == null) {
      flaws.add("The evidence is needed: a link, a digest or a note.");
    }
    if (link != null && !isLink(link)) {
      flaws.add("The link is not an http or https address of at most 2000 characters.");
    }
    if (digest != null && !DIGEST.matcher(digest).matches()) {
      flaws.add("The digest is not sha256: and 64 hexadecimal digits in small letters.");
    }
    if (note != null) {
      Wording.flaw(note, Wording.NOTE_LIMIT).ifPresent(flaw -> flaws.add("The note " + flaw + "."));
    }
    return flaws;
  }

  private static boolean isLink(String link) {
    try {
      URI uri = new URI(link);
      String scheme = uri.getScheme();
      return link.length() <= LINK_LIMIT
          && Wording.flawOfLine(link, LINK_LIMIT).isEmpty()
          && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static @Nullable String clean(@Nullable String text) {
    return text == null || text.isBlank() ? null : Wording.clean(text);
  }
}
