package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Lines behind something that stands there: below it, or on its line where all is one line. */
final class Stacked {

  private Stacked() {}

  /** The patch that puts them there. */
  static Patch behind(Document document, String path, Span what, List<String> lines) {
    int from = what.from();
    int to = document.trim(what).to();
    int end = document.lineEnd(to, document.length());
    boolean alone = isFirst(document, from) && document.isBlank(to, end);
    if (!alone) {
      String flat = lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
      return new Patch(path, new Span(to, to), " " + flat);
    }
    String newline = Units.lineBreak(document);
    return new Patch(path, new Span(end, end), newline + String.join(newline, lines));
  }

  /** Whether nothing but a list's mark stands before it, and other lines stand above. */
  private static boolean isFirst(Document document, int from) {
    int line = document.lineStart(from);
    String before = document.text().substring(line, from);
    return line > 0 && before.matches("[\\s>]*(?:(?:[-*+]|\\d{1,9}[.)])\\s+)?");
  }
}
