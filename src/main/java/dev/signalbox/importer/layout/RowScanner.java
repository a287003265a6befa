package dev.signalbox.importer.layout;

import dev.signalbox.importer.layout.Block.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads table rows where line breaks may be missing. A line break ends a row; without one, a row
 * ends with its last cell, and a row that is too short ends where the next one visibly begins.
 */
final class RowScanner {

  private static final Pattern KEY_LIKE =
      Pattern.compile("\\p{Lu}[\\p{Lu}\\p{N}._]{0,40}(?:-[\\p{L}\\p{N}._]{1,40}){1,12}(?<!\\.)");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final int TOKEN = 160;

  private final Document document;
  private final String text;
  private final Hints hints;

  RowScanner(Document document, Hints hints) {
    this.document = document;
    this.text = document.text();
    this.hints = hints;
  }

  /** All rows from {@code from} on; stops before the first thing that is no row. */
  List<Row> rows(int from, int to, int columns) {
    List<Row> rows = new ArrayList<>();
    int at = document.skipSpaces(from, to);
    while (at < to) {
      Row row;
      Row line = wholeLine(at, to, columns);
      if (line != null) {
        row = line;
      } else if (text.charAt(at) == '|') {
        row = closedRow(at, to, columns);
      } else if (Pipes.next(text, at, document.lineEnd(at, to)) >= 0) {
        row = openRow(at, to, columns);
      } else {
        break;
      }
      rows.add(row);
      at = document.skipSpaces(row.span().to(), to);
    }
    return rows;
  }

  /** The line that begins here, if it has just the cells of a row: then its break ends the row. */
  private @Nullable Row wholeLine(int at, int to, int columns) {
    if (!document.isBlank(document.lineStart(at), at)) {
      return null;
    }
    Span line = document.trim(new Span(at, document.lineEnd(at, to)));
    int pipes = 0;
    for (int i = line.from(); i < line.to() && pipes <= columns + 1; i++) {
      pipes += text.charAt(i) == '|' ? 1 : 0;
    }
    if (pipes == 0 || pipes > columns + 1) {
      return null;
    }
    List<Span> cells = Pipes.cells(document, line, columns);
    return cells.size() == columns ? row(line.from(), line.to(), cells) : null;
  }

  /** A row that begins with a pipe. */
  Row closedRow(int at, int to, int columns) {
    int lineEnd = document.lineEnd(at, to);
    List<Span> cells = new ArrayList<>();
    int start = at + 1;
    int pipe = Pipes.next(text, start, lineEnd);
    while (pipe >= 0) {
      boolean blank = document.isBlank(start, pipe);
      if (blank && cells.size() >= 2 && beginsRow(pipe + 1, lineEnd)) {
        return row(at, pipe, cells);
      }
      if (blank && cells.size() >= columns) {
        return row(at, pipe, cells);
      }
      cells.add(document.trim(new Span(start, pipe)));
      start = pipe + 1;
      int next = document.skipSpaces(start, lineEnd);
      if (cells.size() >= columns
          && (next == lineEnd || text.charAt(next) == '|' || Pipes.next(text, next, lineEnd) < 0)) {
        return row(at, start, cells);
      }
      pipe = Pipes.next(text, start, lineEnd);
    }
    if (!document.isBlank(start, lineEnd)) {
      cells.add(document.trim(new Span(start, lineEnd)));
    }
    return row(at, lineEnd, cells);
  }

  /** A row without a pipe before its first cell. */
  private Row openRow(int at, int to, int columns) {
    int lineEnd = document.lineEnd(at, to);
    List<Span> cells = new ArrayList<>();
    int start = at;
    int pipe = Pipes.next(text, start, lineEnd);
    while (pipe >= 0) {
      if (cells.size() == columns - 1 && document.isBlank(pipe + 1, lineEnd)) {
        cells.add(document.trim(new Span(start, pipe)));
        return row(at, pipe + 1, cells);
      }
      int token = lastToken(start, pipe);
      if (!cells.isEmpty() && token > start && endsBefore(token, pipe, lineEnd, cells, columns)) {
        cells.add(document.trim(new Span(start, token)));
        return row(at, token, cells);
      }
      cells.add(document.trim(new Span(start, pipe)));
      start = pipe + 1;
      pipe = Pipes.next(text, start, lineEnd);
    }
    cells.add(document.trim(new Span(start, lineEnd)));
    return row(at, lineEnd, cells);
  }

  private boolean endsBefore(int token, int pipe, int lineEnd, List<Span> cells, int columns) {
    boolean stateFollows = isState(pipe + 1, lineEnd);
    boolean keyLike = isKeyLike(token, pipe);
    return cells.size() >= columns - 1 ? keyLike || stateFollows : keyLike && stateFollows;
  }

  private Row row(int from, int to, List<Span> cells) {
    return new Row(new Span(from, to), List.copyOf(cells));
  }

  private boolean beginsRow(int from, int lineEnd) {
    int pipe = Pipes.next(text, from, lineEnd);
    Span cell = document.trim(new Span(from, pipe < 0 ? lineEnd : pipe));
    if (cell.isEmpty() || cell.length() > TOKEN) {
      return false;
    }
    String words = document.raw(cell);
    return DATE.matcher(words).matches() || KEY_LIKE.matcher(words).matches();
  }

  private boolean isState(int from, int lineEnd) {
    int pipe = Pipes.next(text, from, Math.min(lineEnd, from + TOKEN));
    return pipe >= 0 && hints.isState().test(document.words(new Span(from, pipe)));
  }

  private boolean isKeyLike(int from, int to) {
    Span token = document.trim(new Span(from, to));
    return token.length() <= TOKEN && KEY_LIKE.matcher(document.raw(token)).matches();
  }

  /** Where the last word before {@code to} begins. */
  private int lastToken(int from, int to) {
    int at = to;
    while (at > from && document.isSpace(at - 1)) {
      at--;
    }
    while (at > from && !document.isSpace(at - 1)) {
      at--;
    }
    return at;
  }
}
