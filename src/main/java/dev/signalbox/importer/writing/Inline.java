package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Text as it may stand in a line of a document: pipes, quotes and line breaks are made harmless.
 */
final class Inline {

  private Inline() {}

  /** One line for a cell of a table. */
  static String cell(String text) {
    return Said.oneLine(text).replace("|", "\\|");
  }

  /** The forms that the text may need at this place, the likeliest first. */
  static List<String> forms(Document document, Span at, String text) {
    String line = Said.oneLine(text);
    String raw = document.raw(at);
    Set<String> forms = new LinkedHashSet<>();
    if (raw.startsWith("'")) {
      forms.add(singleQuoted(line));
    } else if (raw.startsWith("\"")) {
      forms.add(doubleQuoted(line));
    }
    int before = at.from() - 1;
    if (before >= 0 && document.text().charAt(before) == '\'') {
      forms.add(line.replace("'", "''"));
    } else if (before >= 0 && document.text().charAt(before) == '"') {
      forms.add(line.replace("\\", "\\\\").replace("\"", "\\\""));
    }
    boolean pipes = line.indexOf('|') >= 0;
    boolean table = Units.line(document, at.from()).indexOf('|') >= 0;
    forms.add(pipes && table ? cell(line) : line);
    forms.add(pipes ? cell(line) : line);
    if (!table) {
      forms.add(singleQuoted(line));
    }
    return List.copyOf(forms);
  }

  private static String singleQuoted(String line) {
    return "'" + line.replace("'", "''") + "'";
  }

  private static String doubleQuoted(String line) {
    return "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
