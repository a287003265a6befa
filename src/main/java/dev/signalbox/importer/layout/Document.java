package dev.signalbox.importer.layout;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text of a plan document, with the place of every character. Immutable. */
public final class Document {

  private static final int SHOWN = 160;

  private final String text;
  private final @Nullable String path;
  private final int[] lineStarts;
  private final @Nullable Oddity defect;

  private Document(String text, @Nullable String path, @Nullable Defect defect) {
    this.text = text;
    this.path = path;
    this.lineStarts = lineStarts(text);
    this.defect =
        defect == null
            ? null
            : new Oddity(defect.code, defect.words, place(defect.offset), defect.shown);
  }

  private record Defect(OddityCode code, String words, int offset, String shown) {}

  /** Decodes UTF-8 strictly; what is no text gets a {@link #defect()} that names the place. */
  public static Document of(byte[] bytes) {
    return of(bytes, null);
  }

  /** The same for a file; each place that is told names its path. */
  public static Document of(byte[] bytes, @Nullable String path) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      int at = in.position();
      return new Document(
          text,
          path,
          new Defect(
              OddityCode.BINARY_DOCUMENT,
              "This is no UTF-8 text: the byte at byte offset " + at + " starts no character.",
              text.length(),
              String.format("0x%02X", bytes[at])));
    }
    return ofText(text, path);
  }

  /** A document from text that is already decoded. */
  public static Document ofText(String text) {
    return ofText(text, null);
  }

  private static Document ofText(String text, @Nullable String path) {
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      return new Document(
          text,
          path,
          new Defect(
              OddityCode.BINARY_DOCUMENT, "This is no text: it holds a NUL byte.", nul, "0x00"));
    }
    if (text.chars().allMatch(c -> isSpace((char) c))) {
      return new Document(
          text, path, new Defect(OddityCode.EMPTY_DOCUMENT, "The document is empty.", 0, ""));
    }
    return new Document(text, path, null);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean lineEnds =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (lineEnds) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /** Why this cannot be read at all; empty if it can. */
  public Optional<Oddity> defect() {
    return Optional.ofNullable(defect);
  }

  /** The path of the file; null where it came without one. */
  public @Nullable String path() {
    return path;
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  public Span whole() {
    return new Span(0, text.length());
  }

  public Place place(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Place(offset, line + 1, offset - lineStarts[line] + 1, path);
  }

  /** The text of a span as it is. */
  public String raw(Span span) {
    return text.substring(span.from(), span.to());
  }

  /** The text of a span with every run of white space as one blank, without those at the ends. */
  public String words(Span span) {
    StringBuilder words = new StringBuilder(span.length());
    for (int at = span.from(); at < span.to(); at++) {
      char c = text.charAt(at);
      boolean space = c == ' ' || (c >= '\t' && c <= '\r') || c == '\u00a0' || c == '\ufeff';
      if (!space) {
        words.append(c);
      } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.toString().strip();
  }

  /** The words of a span, cut for a report. */
  public String shown(Span span) {
    String words = words(new Span(span.from(), Math.min(span.to(), span.from() + 4 * SHOWN)));
    return words.length() <= SHOWN ? words : words.substring(0, SHOWN - 3) + "...";
  }

  /** The span without white space at its ends. */
  public Span trim(Span span) {
    int from = span.from();
    int to = span.to();
    while (from < to && isSpace(from)) {
      from++;
    }
    while (to > from && isSpace(to - 1)) {
      to--;
    }
    return new Span(from, to);
  }

  public boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isSpace(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the character at the offset is white space, a byte order mark included. */
  public boolean isSpace(int offset) {
    return isSpace(text.charAt(offset));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff';
  }

  /** The first offset from {@code from} on that is no white space; {@code to} if there is none. */
  public int skipSpaces(int from, int to) {
    int at = from;
    while (at < to && isSpace(at)) {
      at++;
    }
    return at;
  }

  /** Where the line of this offset begins. */
  public int lineStart(int offset) {
    return lineStarts[place(offset).line() - 1];
  }

  /** The offset of the line's end (of its line break), at most {@code to}. */
  public int lineEnd(int offset, int to) {
    int line = place(offset).line();
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > offset && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return Math.min(end, to);
  }
}
