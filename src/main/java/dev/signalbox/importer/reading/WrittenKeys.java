package dev.signalbox.importer.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a piece of text that is nothing but keys: one, a range, alternatives, a beginning with an
 * asterisk, an ending of the key before it.
 */
final class WrittenKeys {

  private static final String KEY =
      "[\\p{L}\\p{N}][\\p{L}\\p{N}_#:]*(?:[.-](?!\\.)[\\p{L}\\p{N}_#:]+)*";
  private static final Pattern RANGE =
      Pattern.compile(
          "("
              + KEY
              + ")(?:\\s*(?:\\.{2,3}|\u2026|[\uff5e~\u301c])\\s*"
              + "|\\s+(?:to|through|thru|up to|bis|bis zu|hasta|a|\u00e0|au|do|\u0434\u043e|\u043f\u043e|-)\\s+"
              + "|\\s*(?:\u81f3|\u5230)\\s*)(-?"
              + KEY
              + ")",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ALTERNATIVES = Pattern.compile(KEY + "(?:\\s?/\\s?-?" + KEY + ")+");
  private static final Pattern BEGINNING = Pattern.compile("(" + KEY + ")-?\\*");
  private static final Pattern ENDING = Pattern.compile("-\\p{N}[\\p{L}\\p{N}._-]{0,40}");
  private static final Pattern SINGLE = Pattern.compile(KEY);
  private static final Pattern NAMED =
      Pattern.compile("[\\p{L}\\p{N}]*\\p{Lu}[\\p{L}\\p{N}]*(?:-[\\p{L}\\p{N}._]+)+");
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?:tasks?|steps?|items?|stor(?:y|ies)|tickets?|issues?|no\\.?|nr\\.?|aufgaben?|pakete?"
              + "|tareas?|t\u00e2ches?|\u0437\u0430\u0434\u0430\u0447[\u0430\u0438]|\u4efb\u52a1|\u2116)?\\s*#?\\s*(\\p{N}.*)",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 120;

  private WrittenKeys() {}

  /**
   * The keys of a piece.
   *
   * @param before the key that stands before it, or an empty text
   * @return none if the piece is anything else than keys
   */
  static List<String> of(String piece, String before) {
    String bare = Keys.plainDashes(piece).strip();
    if (bare.isEmpty() || bare.length() > 4 * LONGEST) {
      return List.of();
    }
    List<String> direct = direct(bare, before);
    if (!direct.isEmpty()) {
      return direct;
    }
    Matcher counted = COUNTED.matcher(bare);
    return counted.matches() && !counted.group(1).equals(bare)
        ? direct(counted.group(1).strip(), before)
        : List.of();
  }

  private static List<String> direct(String bare, String before) {
    Matcher range = RANGE.matcher(bare);
    if (range.matches()) {
      KeyRange between = KeyRange.between(range.group(1), range.group(2));
      if (between != null) {
        return List.of(between.toString());
      }
    }
    if (BEGINNING.matcher(bare).matches()) {
      return List.of(bare);
    }
    if (ENDING.matcher(bare).matches() && !before.isEmpty()) {
      String key = IdShorthand.continued(before, bare);
      return key.isEmpty() ? List.of() : List.of(key);
    }
    if (ALTERNATIVES.matcher(bare).matches() && isNumbered(bare)) {
      String tight = bare.replaceAll("\\s", "");
      IdShorthand.Expansion expansion = IdShorthand.expand(tight);
      return expansion.length() == tight.length() ? expansion.keys() : List.of();
    }
    boolean single =
        bare.length() <= LONGEST
            && SINGLE.matcher(bare).matches()
            && (isNumbered(bare) || NAMED.matcher(bare).matches());
    return single ? List.of(bare) : List.of();
  }

  private static boolean isNumbered(String bare) {
    return bare.chars().anyMatch(Character::isDigit);
  }
}
