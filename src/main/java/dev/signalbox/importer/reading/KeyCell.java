package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a task's key as it is written, without marks around it, and perhaps a title behind it. */
final class KeyCell {

  private static final String TOKEN =
      "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._#:\u2010-\u2015\u2212\ufe63\uff0d-]{0,118}[\\p{L}\\p{N}-])?";
  private static final String MARKS = "[^\\p{L}\\p{N}]{0,12}";
  private static final Pattern WHOLE =
      Pattern.compile(MARKS + "(" + TOKEN + ")(?:\\]\\([^)]{0,500}\\))?" + MARKS);
  private static final Pattern SPACED =
      Pattern.compile(
          MARKS
              + "((?!(?iu:sprint|\u0441\u043f\u0440\u0438\u043d\u0442) )"
              + "\\p{L}{1,20} ?\\p{L}{0,20} \\p{N}[\\p{L}\\p{N}._-]{0,10})"
              + MARKS);
  private static final Pattern LEADING =
      Pattern.compile(
          "[\\s*_`~\\[(#]{0,8}("
              + TOKEN
              + ")[*_`~\\])]{0,8}(?:\\([^)]{0,500}\\))?(?:\\s{0,3}[-\u2013\u2014:\u00b7.)|]\\s{1,3}|:?\\s{1,3})(?=\\S)");
  private static final Pattern STRONG =
      Pattern.compile(
          "(?=.*\\p{L})(?=.*\\p{N})(?:\\p{Lu}[\\p{L}\\p{N}]{0,30}(?:[-_#.]+[\\p{L}\\p{N}]+)++|\\p{Lu}{1,4}\\p{N}{1,6}|\\p{N}+(?:\\.[\\p{L}\\p{N}]+)++)"
              + "|\\p{N}+(?:\\.\\p{N}+)++");
  private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212\ufe63\uff0d]");
  private static final Pattern EMPHASIS = Pattern.compile("[^*_~]+");
  private static final int LONGEST = 700;

  private KeyCell() {}

  /**
   * A key.
   *
   * @param key with plain hyphens
   * @param span exactly the key
   * @param rest what stands behind it, perhaps empty
   */
  record Found(String key, Span span, Span rest) {}

  /** The cell is a key and nothing else. */
  static Optional<Found> whole(Document document, Span cell) {
    if (cell.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher whole = matcher(WHOLE, document, cell);
    if (whole.matches()) {
      return Optional.of(found(document, whole, new Span(cell.to(), cell.to())));
    }
    Matcher spaced = matcher(SPACED, document, cell);
    return spaced.matches()
        ? Optional.of(found(document, spaced, new Span(cell.to(), cell.to())))
        : Optional.empty();
  }

  /** The cell begins with what can only be a key, and goes on with a title. */
  static Optional<Found> leading(Document document, Span cell) {
    Matcher leading = matcher(LEADING, document, cell);
    if (!leading.lookingAt() || !isStrong(leading.group(1))) {
      return Optional.empty();
    }
    Span rest = document.trim(new Span(leading.end(), cell.to()));
    return Optional.of(found(document, leading, withoutClosing(document, leading, rest)));
  }

  /** Without the emphasis that was opened before the key and is closed behind the title. */
  private static Span withoutClosing(Document document, Matcher leading, Span rest) {
    String opened = marks(document, leading.start(), leading.start(1));
    String closed = marks(document, leading.end(1), leading.end());
    boolean around = !opened.isEmpty() && closed.isEmpty() && document.raw(rest).endsWith(opened);
    return around ? document.trim(new Span(rest.from(), rest.to() - opened.length())) : rest;
  }

  private static String marks(Document document, int from, int to) {
    return EMPHASIS.matcher(document.raw(new Span(from, to))).replaceAll("");
  }

  /** Whether the words look like a key: with letters and digits, parted as keys are. */
  static boolean isStrong(String words) {
    return STRONG.matcher(plain(words)).matches();
  }

  /** What kind of characters a key is made of: keys of one table look alike. */
  static String shape(String key) {
    boolean letters = key.codePoints().anyMatch(Character::isLetter);
    boolean digits = key.codePoints().anyMatch(Character::isDigit);
    return (letters ? "L" : "") + (digits ? "N" : "");
  }

  /** With plain hyphens for all that look like one. */
  static String plain(String key) {
    return DASHES.matcher(key).replaceAll("-");
  }

  private static Found found(Document document, Matcher matcher, Span rest) {
    Span span = new Span(matcher.start(1), matcher.end(1));
    return new Found(plain(document.words(span)).replace(' ', '-'), span, rest);
  }

  private static Matcher matcher(Pattern pattern, Document document, Span span) {
    return pattern.matcher(document.text()).region(span.from(), span.to());
  }
}
