package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines {@code **Status**: Done} below a task; the first of each kind counts. */
final class Fields {

  private static final Pattern LABEL =
      Pattern.compile(
          "[*_`]{0,3}(\\p{L}[\\p{L}\\p{N} ()/'-]{0,39})[*_`]{0,3}\\s{0,2}[:\\uff1a]\\s{0,3}[*_]{0,3}");
  private static final Pattern NEXT = Pattern.compile("\\s[|\\u00b7]\\s|\\s[\\u2013-]\\s");
  private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");

  private static final Set<Column> OF_A_TASK =
      EnumSet.of(Column.STATE, Column.OWNERS, Column.SOURCE, Column.DEPENDS_ON, Column.DATE);

  private final Document document;
  private final Vocabulary words;
  private final Map<Column, Span> values = new EnumMap<>(Column.class);

  Fields(Document document, Vocabulary words) {
    this.document = document;
    this.words = words;
  }

  /** Whether a line with this label tells about a task. */
  static boolean isField(Column column) {
    return OF_A_TASK.contains(column);
  }

  /** What a label at the start of a line announces; its value may be empty. */
  record Label(Column column, Span value) {}

  /** The value of a field; null if there is no such line. */
  @Nullable Span get(Column column) {
    return values.get(column);
  }

  int count() {
    return values.size();
  }

  /** Reads all lines of a paragraph or bullet; answers its last label. */
  @Nullable Label read(Span text) {
    Label last = null;
    Matcher line = LINE.matcher(document.text()).region(text.from(), text.to());
    while (line.find()) {
      last = readLine(document.trim(new Span(line.start(), line.end())));
    }
    return last;
  }

  private @Nullable Label readLine(Span line) {
    Label last = null;
    int from = line.from();
    while (from < line.to()) {
      Matcher label = LABEL.matcher(document.text()).region(from, line.to());
      if (!label.lookingAt()) {
        return last;
      }
      int end = end(label.end(), line.to());
      Column column = words.column(label.group(1));
      Span value = document.trim(new Span(label.end(), end));
      last = new Label(column, value);
      if (!value.isEmpty() && isField(column)) {
        values.putIfAbsent(column, value);
      }
      from = document.skipSpaces(Math.min(end, line.to()), line.to());
      from = end < line.to() ? document.skipSpaces(from + 1, line.to()) : line.to();
    }
    return last;
  }

  /** Where a value ends: where the next label of the line begins, or with the line. */
  private int end(int from, int to) {
    Matcher next = NEXT.matcher(document.text()).region(from, to);
    while (next.find()) {
      Matcher label = LABEL.matcher(document.text()).region(next.end(), to);
      if (label.lookingAt()) {
        return next.start();
      }
    }
    return to;
  }

  /** Whether the block is nothing but one of these values with its label. */
  boolean isOnly(Span block) {
    return values.values().stream()
        .anyMatch(value -> value.from() >= block.from() && value.to() == block.to());
  }

  void put(Column column, Span value) {
    values.putIfAbsent(column, value);
  }
}
