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

  /** The cells of one whole row, with or without pipes at its ends. */
  static List<Span> cells(Document document, Span row) {
    Span trimmed = document.trim(row);
    String text = document.text();
    int from = trimmed.from();
    int to = trimmed.to();
    if (from < to && text.charAt(from) == '|') {
      from++;
    }
    List<Span> cells = new ArrayList<>();
    int pipe = next(text, from, to);
    while (pipe >= 0) {
      cells.add(document.trim(new Span(from, pipe)));
      from = pipe + 1;
      pipe = next(text, from, to);
    }
    if (!document.isBlank(from, to)) {
      cells.add(document.trim(new Span(from, to)));
    }
    return cells;
  }
}
