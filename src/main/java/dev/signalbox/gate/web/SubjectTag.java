package dev.signalbox.gate.web;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The If-Match header of an approval: the digest of the subject that the caller saw. */
final class SubjectTag {

  private static final Pattern FORM = Pattern.compile("\"([0-9a-f]{64})\"");

  private SubjectTag() {}

  static String digest(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new ProblemException(
          ProblemType.PRECONDITION_REQUIRED,
          "Send the subjectDigest of the gate that you saw, in quotes, as If-Match: an approval is"
              + " for exactly that.");
    }
    Matcher matcher = FORM.matcher(ifMatch.strip());
    if (!matcher.matches()) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "If-Match takes exactly one subjectDigest in quotes here: 64 small hexadecimal digits.");
    }
    return matcher.group(1);
  }
}
