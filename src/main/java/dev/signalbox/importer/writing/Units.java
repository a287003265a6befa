package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.Read;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a document belongs to one task: its row, its bullet with what hangs on it, its section.
 */
final class Units {

  private static final Pattern BULLET = Pattern.compile("([ \\t]*)(?:[-*+]|\\d{1,9}[.)])[ \\t].*");
  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})[ \\t].*");

  private Units() {}

  /** Where the task itself begins: at its key or text, whichever comes first. */
  static int anchor(ParsedPlan.Task task) {
    return Stream.of(task.key().span(), task.text().span())
        .filter(span -> !span.isEmpty())
        .min(Comparator.comparingInt(Span::from))
        .orElse(task.key().span())
        .from();
  }

  /** All places of a task that lie in its own unit: the state only if it is no heading's. */
  static List<Span> fields(ParsedPlan.Task task) {
    List<Span> spans = new ArrayList<>();
    spans.add(task.key().span());
    spans.add(task.text().span());
    task.owners().forEach(owner -> spans.add(owner.span()));
    task.dependsOn().forEach(on -> spans.add(on.span()));
    spans.add(task.source().span());
    Read<?> date = task.stateDate();
    if (date != null) {
      spans.add(date.span());
    }
    spans.add(task.state().span());
    return spans.stream().filter(span -> !span.isEmpty()).toList();
  }

  /** The whole lines of the task, the last line break included. */
  static Span of(Document document, ParsedPlan.Task task) {
    int anchor = anchor(task);
    int from = document.lineStart(anchor);
    int to = afterLine(document, anchor);
    String first = line(document, from);
    if (Grid.isRow(document, new Span(from, to))) {
      return new Span(from, to);
    }
    Matcher heading = HEADING.matcher(first);
    if (heading.matches()) {
      return new Span(from, sectionEnd(document, to, heading.group(1).length()));
    }
    Matcher bullet = BULLET.matcher(first);
    int indent = bullet.matches() ? bullet.group(1).length() : 0;
    while (to < document.length()) {
      String next = line(document, to);
      Matcher nextBullet = BULLET.matcher(next);
      boolean mine =
          nextBullet.matches()
              ? nextBullet.group(1).length() > indent
              : hangs(next, bullet.matches());
      if (!mine) {
        break;
      }
      to = afterLine(document, to);
    }
    return new Span(from, to);
  }

  private static boolean hangs(String line, boolean inBullet) {
    return inBullet && !line.isBlank() && !HEADING.matcher(line).matches() && !line.startsWith("|");
  }

  private static int sectionEnd(Document document, int from, int level) {
    int to = from;
    while (to < document.length()) {
      Matcher heading = HEADING.matcher(line(document, to));
      if (heading.matches() && heading.group(1).length() <= level) {
        break;
      }
      to = afterLine(document, to);
    }
    return to;
  }

  static String line(Document document, int offset) {
    int from = document.lineStart(offset);
    return document.text().substring(from, document.lineEnd(from, document.length()));
  }

  /** Where the next line begins. */
  static int afterLine(Document document, int offset) {
    int end = document.lineEnd(offset, document.length());
    if (document.text().startsWith("\r\n", end)) {
      return end + 2;
    }
    return Math.min(document.length(), end + 1);
  }

  static String lineBreak(Document document) {
    return document.text().contains("\r\n") ? "\r\n" : "\n";
  }

  static boolean isHeading(String line) {
    return HEADING.matcher(line).matches();
  }

  /** How deep a heading is; 0 for other lines. */
  static int level(String line) {
    Matcher heading = HEADING.matcher(line);
    return heading.matches() ? heading.group(1).length() : 0;
  }
}
