package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.plan.TaskState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Moves a row or bullet to the group of another state, where its place says its state. */
final class Moves {

  private static final Pattern LABELLED =
      Pattern.compile(
          "\\s{0,40}(?:[-*] )?[*_'\"]{0,3}[\\p{L}\\p{N} _-]{1,40}[*_'\"]{0,3}\\s?:[*_]{0,3}\\s+\\S.*");
  private static final Pattern DASHES = Pattern.compile("[\\s|:-]*---[\\s|:-]*");
  private static final int GROUPS = 12;

  private final Document document;
  private final String path;
  private final List<ParsedPlan.Task> tasks;

  Moves(Document document, String path, List<ParsedPlan.Task> tasks) {
    this.document = document;
    this.path = path;
    this.tasks = tasks;
  }

  /** Whether the state stands above the task and not in it. */
  boolean isByPlace(ParsedPlan.Task task) {
    Span state = task.state().span();
    if (state.isEmpty() || state.to() > document.lineStart(Units.anchor(task))) {
      return false;
    }
    boolean shared =
        tasks.stream().anyMatch(o -> !o.equals(task) && o.state().span().equals(state));
    return shared || !LABELLED.matcher(Units.line(document, state.from())).matches();
  }

  /** Ways to move the task; none if there is no group for the state, or more than one. */
  List<List<Patch>> ways(ParsedPlan.Task task, TaskState state) {
    Span unit = Units.of(document, task);
    if (tasks.stream().anyMatch(o -> !o.equals(task) && within(unit, Units.anchor(o)))) {
      return List.of();
    }
    List<ParsedPlan.Task> there =
        tasks.stream().filter(o -> o.state().value() == state && isByPlace(o)).toList();
    long groups = there.stream().map(o -> o.state().span()).distinct().count();
    if (groups > 1) {
      return List.of();
    }
    if (groups == 1) {
      ParsedPlan.Task last =
          there.stream().max(Comparator.comparingInt(Units::anchor)).orElse(task);
      return List.of(moved(unit, Units.of(document, last).to()));
    }
    List<List<Patch>> ways = new ArrayList<>();
    boolean row = Grid.isRow(document, unit);
    int level = Units.level(Units.line(document, task.state().span().from()));
    for (int at = 0;
        at < document.length() && ways.size() < GROUPS;
        at = Units.afterLine(document, at)) {
      boolean group = level > 0 && Units.level(Units.line(document, at)) == level;
      int end = group && !holdsTasks(at) ? end(at, row) : -1;
      if (end >= 0) {
        ways.add(moved(unit, end));
      }
    }
    return ways;
  }

  private boolean holdsTasks(int heading) {
    int end = sectionEnd(heading);
    return tasks.stream().anyMatch(o -> within(new Span(heading, end), Units.anchor(o)));
  }

  private int sectionEnd(int heading) {
    int at = Units.afterLine(document, heading);
    while (at < document.length() && !Units.isHeading(Units.line(document, at))) {
      at = Units.afterLine(document, at);
    }
    return at;
  }

  /** Where the first row or bullet of an empty group would stand; -1 if nowhere. */
  private int end(int heading, boolean row) {
    int end = sectionEnd(heading);
    int last = Units.afterLine(document, heading);
    for (int at = last; at < end; at = Units.afterLine(document, at)) {
      String line = Units.line(document, at);
      if (row && DASHES.matcher(line).matches() && line.indexOf('|') >= 0) {
        return Units.afterLine(document, at);
      }
      if (!line.isBlank()) {
        last = Units.afterLine(document, at);
      }
    }
    return row ? -1 : last;
  }

  private List<Patch> moved(Span unit, int to) {
    String newline = Units.lineBreak(document);
    String lines = document.raw(unit);
    boolean ends = lines.endsWith("\n") || lines.endsWith("\r");
    boolean lineBefore = to == 0 || "\r\n".indexOf(document.text().charAt(to - 1)) >= 0;
    String with = (lineBefore ? "" : newline) + lines + (ends || !lineBefore ? "" : newline);
    return List.of(new Patch(path, unit, ""), new Patch(path, new Span(to, to), with));
  }

  private static boolean within(Span span, int offset) {
    return span.from() <= offset && offset < span.to();
  }
}
