package dev.signalbox.plan;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What text of people may hold: Unicode that can be stored and that shows what it says. Refused are
 * control characters (PostgreSQL stores no NUL), halves of surrogate pairs, and the directional
 * overrides of Unicode (UAX #9) with which a text can show something else than it holds.
 */
public final class Wording {

  public static final int TEXT_LIMIT = 10_000;
  public static final int NOTE_LIMIT = 2_000;
  public static final int TITLE_LIMIT = 500;
  public static final int NAME_LIMIT = 200;
  public static final int OWNERS_LIMIT = 50;

  private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

  private Wording() {}

  /** What is wrong with a text of several lines, in words; empty if nothing is. */
  public static Optional<String> flaw(String text, int limit) {
    return flaw(text, limit, true);
  }

  /** What is wrong with a text of one line, in words; empty if nothing is. */
  public static Optional<String> flawOfLine(String text, int limit) {
    return flaw(text, limit, false);
  }

  /** Whether a plan takes the day: from 1970 to 2199. */
  public static boolean isDay(LocalDate day) {
    return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
  }

  /** The same text in Unicode's composed form (NFC), without white space around it. */
  public static String clean(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  /** The {@link #clean} text with a space for each character that a plan does not take. */
  public static String taken(String text) {
    if (text.codePoints().noneMatch(c -> isRefused(c, true))) {
      return clean(text);
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().forEach(c -> kept.appendCodePoint(isRefused(c, true) ? ' ' : c));
    return clean(kept.toString());
  }

  /** How many characters of the text a plan does not take. */
  public static long refused(String text) {
    return text.codePoints().filter(c -> isRefused(c, true)).count();
  }

  private static Optional<String> flaw(String text, int limit, boolean lines) {
    if (text.codePointCount(0, text.length()) > limit) {
      return Optional.of("is longer than " + limit + " characters");
    }
    return text.codePoints()
        .filter(c -> isRefused(c, lines))
        .mapToObj(c -> "holds the character U+%04X, which is not taken".formatted(c))
        .findFirst();
  }

  private static boolean isRefused(int c, boolean lines) {
    if (Character.isISOControl(c)) {
      return !(lines && (c == '\n' || c == '\r' || c == '\t'));
    }
    boolean halfAPair = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean override = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return halfAPair || override || c == 0x2028 || c == 0x2029;
  }
}
