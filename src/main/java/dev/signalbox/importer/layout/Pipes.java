package dev.signalbox.importer.layout;

import java.util.ArrayList;
import java.util.List;

/** Finds the pipes that part cells; {@code \|} is text. */
final class Pipes {

  private Pipes() {}

  /** The first parting pipe in {@code [from, to)}, or -1. */
  static int next(String text, int from, int to) {
    int at = text.indexOf('|', Math.min(from, to), to);
    while (at >= 0) {
      if (!isEscaped(text, at)) {
        return at;
      }
      at = text.indexOf('|', at + 1, to);
    }
    return -1;
  }

  /** The last parting pipe in {@code [from, to)}, or -1. */
  static int previous(String text, int from, int to) {
    for (int at = to - 1; at >= from; at--) {
      if (text.charAt(at) == '|' && !isEscaped(text, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isEscaped(String text, int at) {
    return at > 0 && text.charAt(at - 1) == '\\';
  }

  /**
   * The cells of a row whose table has so many columns. Markdown parts cells at pipes in code spans
   * too; where that makes the wrong number and leaving them makes the right one, they are text.
   */
  static List<Span> cells(Document document, Span row, int columns) {
    List<Span> cells = cells(document, row);
    if (cells.size() > columns && document.text().indexOf('`', row.from(), row.to()) >= 0) {
      List<Span> whole = cells(document, row, true);
      if (whole.size() == columns) {
        return whole;
      }
    }
    while (cells.size() > columns && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    return cells;
  }

  /** The cells of one whole row, with or without pipes at its ends. */
  static List<Span> cells(Document document, Span row) {
    return cells(document, row, false);
  }

  private static List<Span> cells(Document document, Span row, boolean codeIsWhole) {
    Span trimmed = document.trim(row);
    String text = document.text();
    int from = trimmed.from();
    int to = trimmed.to();
    if (from < to && text.charAt(from) == '|') {
      from++;
    }
    List<Span> cells = new ArrayList<>();
    int pipe = next(text, from, from, to, codeIsWhole);
    while (pipe >= 0) {
      cells.add(document.trim(new Span(from, pipe)));
      from = pipe + 1;
      pipe = next(text, from, from, to, codeIsWhole);
    }
    if (!document.isBlank(from, to)) {
      cells.add(document.trim(new Span(from, to)));
    }
    return cells;
  }

  private static int next(String text, int start, int from, int to, boolean codeIsWhole) {
    int at = next(text, from, to);
    while (codeIsWhole && at >= 0) {
      int behind = afterCode(text, start, at, to);
      if (behind <= at) {
        return at;
      }
      at = next(text, behind, to);
      start = behind;
    }
    return at;
  }

  /** Behind the code span that is open at {@code at}; {@code at} itself if none is. */
  private static int afterCode(String text, int start, int at, int to) {
    int tick = text.indexOf('`', start, at);
    while (tick >= 0) {
      int close = text.indexOf('`', tick + 1, to);
      if (close < 0) {
        return at;
      }
      if (close > at) {
        return close + 1;
      }
      tick = text.indexOf('`', close + 1, at);
    }
    return at;
  }
}
