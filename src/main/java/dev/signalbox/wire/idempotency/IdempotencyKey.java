package dev.signalbox.wire.idempotency;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of draft-ietf-httpapi-idempotency-key-header: a string in quotes. As many clients send
 * it without the quotes, that is taken too and means the same.
 */
record IdempotencyKey(String value) {

  static final String HEADER = "Idempotency-Key";

  private static final Pattern FORM =
      Pattern.compile("\"([!#-\\[\\]-~]{1,255})\"|([!#-+\\--\\[\\]-~]{1,255})");

  /** The key of the header's lines; exactly one, or it is a 400. */
  static IdempotencyKey of(List<String> lines) {
    Matcher matcher = FORM.matcher(lines.size() == 1 ? lines.getFirst().strip() : "");
    if (!matcher.matches()) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "Idempotency-Key takes one value of 1 to 255 visible ASCII characters without spaces,"
              + " such as \"6f1c9e02-...\".");
    }
    return new IdempotencyKey(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
  }
}
