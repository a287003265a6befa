package dev.signalbox.importer.layout;

import dev.signalbox.importer.layout.Block.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds tables by the row of dashes under their header, also where line breaks are missing. */
final class TableFinder {

  private static final int SHORT_CELL = 40;

  private final Document document;
  private final String text;
  private final Hints hints;

  TableFinder(Document document, Hints hints) {
    this.document = document;
    this.text = document.text();
    this.hints = hints;
  }

  /** A row of dashes; {@code closed} if it begins with a pipe. */
  record Delimiter(int from, int to, int columns, boolean closed) {}

  List<Delimiter> delimiters() {
    List<Delimiter> found = new ArrayList<>();
    int at = text.indexOf("---");
    while (at >= 0) {
      Delimiter delimiter = delimiterAt(at);
      int next = at;
      if (delimiter == null) {
        next = dashes(at);
      } else {
        found.add(delimiter);
        next = delimiter.to();
      }
      at = text.indexOf("---", next);
    }
    return found;
  }

  private @Nullable Delimiter delimiterAt(int dash) {
    int from = dash > 0 && text.charAt(dash - 1) == ':' ? dash - 1 : dash;
    int before = back(from);
    boolean closed = before > 0 && text.charAt(before - 1) == '|';
    int columns = 1;
    int to = colon(dashes(dash));
    while (true) {
      int pipe = blanks(to);
      if (pipe >= text.length() || text.charAt(pipe) != '|') {
        break;
      }
      int next = colon(blanks(pipe + 1));
      if (!text.startsWith("---", next)) {
        to = closed ? pipe + 1 : to;
        break;
      }
      to = colon(dashes(next));
      columns++;
    }
    return columns < 2 ? null : new Delimiter(closed ? before - 1 : from, to, columns, closed);
  }

  /** The header above (or before) the dashes; never begins before {@code limit}. */
  Row header(Delimiter delimiter, int limit) {
    int end = delimiter.from();
    while (end > limit && document.isSpace(end - 1)) {
      end--;
    }
    int low = end == 0 ? 0 : Math.max(limit, document.lineStart(end - 1));
    boolean closed = end > low && text.charAt(end - 1) == '|';
    int pipe = closed ? end - 1 : end;
    int pipes = closed ? delimiter.columns() : delimiter.columns() - 1;
    for (int i = 0; i < pipes && pipe >= low; i++) {
      int previous = Pipes.previous(text, low, pipe);
      if (previous < 0) {
        break;
      }
      pipe = previous;
    }
    int from = closed && text.charAt(pipe) == '|' && pipe < end - 1 ? pipe : openStart(low, pipe);
    Span span = new Span(Math.min(from, end), end);
    return new Row(span, Pipes.cells(document, span));
  }

  /** Where the first cell of a header begins that has no pipe before it. */
  private int openStart(int low, int pipe) {
    Span cell = document.trim(new Span(low, Math.max(low, pipe)));
    boolean startsLine = document.isBlank(document.lineStart(low), low);
    if (cell.isEmpty() || (startsLine && cell.length() <= SHORT_CELL)) {
      return cell.from();
    }
    Span tail = new Span(Math.max(cell.from(), cell.to() - SHORT_CELL), cell.to());
    int at = hints.firstColumnIn(document.raw(tail));
    if (at >= 0) {
      return tail.from() + at;
    }
    int word = cell.to();
    while (word > cell.from() && !document.isSpace(word - 1)) {
      word--;
    }
    return word;
  }

  private int dashes(int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '-') {
      end++;
    }
    return end;
  }

  private int colon(int at) {
    return at < text.length() && text.charAt(at) == ':' ? at + 1 : at;
  }

  private int blanks(int at) {
    int end = at;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return end;
  }

  private int back(int at) {
    int start = at;
    while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
      start--;
    }
    return start;
  }
}
