package dev.signalbox.importer.web;

import dev.signalbox.importer.Consent;
import dev.signalbox.importer.Consent.Word;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a caller agrees to from the parameters of a request. */
final class Choices {

  private Choices() {}

  /**
   * The consent.
   *
   * @param unread {@code skip} to go on without rows that could not be read
   * @param conflicts {@code here} or {@code document}, for all conflicts
   * @param choice for single conflicts: {@code OPS-7/state:here}
   */
  static Consent consent(@Nullable String unread, @Nullable String conflicts, List<String> choice) {
    if (unread != null && !unread.equals("skip")) {
      throw invalid("unread can only be \"skip\".");
    }
    Map<String, Word> words = new HashMap<>();
    for (String one : choice) {
      int colon = one.lastIndexOf(':');
      if (colon < 1) {
        throw invalid("A choice is a conflict's id, a colon, and \"here\" or \"document\".");
      }
      words.put(one.substring(0, colon), word(one.substring(colon + 1)));
    }
    return new Consent(unread != null, conflicts == null ? null : word(conflicts), words);
  }

  private static Word word(String text) {
    for (Word word : Word.values()) {
      if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
        return word;
      }
    }
    throw invalid("Whose word counts is \"here\" or \"document\".");
  }

  private static ProblemException invalid(String words) {
    return new ProblemException(ProblemType.INVALID_REQUEST, words);
  }
}
