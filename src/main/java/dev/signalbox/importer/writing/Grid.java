package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cells of a table's rows, and in which of them its tasks say what. */
final class Grid {

  private static final int LONGEST_ROW = 100_000;

  private final Document document;
  private final List<ParsedPlan.Task> tasks;

  /** The table that the tasks stand in. */
  Grid(Document document, List<ParsedPlan.Task> tasks) {
    this.document = document;
    this.tasks = tasks;
  }

  /** Whether these lines are one line with cells. */
  static boolean isRow(Document document, Span lines) {
    return lines.length() < LONGEST_ROW && cells(document, lines).size() > 1;
  }

  /** The cells of one line, trimmed; pipes in code spans and escaped ones part nothing. */
  static List<Span> cells(Document document, Span line) {
    String text = document.text();
    List<Span> cells = new ArrayList<>();
    Span row = document.trim(line);
    int from = row.from();
    if (from < row.to() && text.charAt(from) == '|') {
      from++;
    }
    boolean code = false;
    for (int at = from; at < row.to(); at++) {
      char c = text.charAt(at);
      if (c == '`') {
        code = !code && text.indexOf('`', at + 1) >= 0 && text.indexOf('`', at + 1) < row.to();
      } else if (c == '|' && text.charAt(Math.max(0, at - 1)) != '\\' && !code) {
        cells.add(inner(document, from, at));
        from = at + 1;
      }
    }
    if (from < row.to()) {
      cells.add(inner(document, from, row.to()));
    }
    return cells;
  }

  /** The cell without white space; where it is blank, the place after its first blank. */
  private static Span inner(Document document, int from, int to) {
    Span trimmed = document.trim(new Span(from, to));
    if (!trimmed.isEmpty()) {
      return trimmed;
    }
    int middle = Math.min(to, from + 1);
    return new Span(middle, middle);
  }

  /**
   * The cell that this task would say it in, by what the others do; empty if nobody says it, or if
   * the line is no row of this task alone: a document may have lost its line breaks.
   */
  Optional<Span> cell(ParsedPlan.Task task, Function<ParsedPlan.Task, @Nullable Span> field) {
    if (!isAloneInItsLine(task)) {
      return Optional.empty();
    }
    List<Span> mine = cells(task);
    int wanted = -1;
    for (ParsedPlan.Task other : tasks) {
      Span span = field.apply(other);
      List<Span> cells = span == null || span.isEmpty() ? List.of() : cells(other);
      if (cells.size() == mine.size() && cells.size() > 1 && sameTable(task, other)) {
        wanted = index(cells, span == null ? 0 : span.from());
      }
      if (wanted >= 0) {
        return Optional.of(mine.get(wanted));
      }
    }
    return Optional.empty();
  }

  private boolean isAloneInItsLine(ParsedPlan.Task task) {
    int line = document.lineStart(Units.anchor(task));
    return tasks.stream()
        .allMatch(
            other ->
                other.key().equals(task.key()) || document.lineStart(Units.anchor(other)) != line);
  }

  private boolean sameTable(ParsedPlan.Task one, ParsedPlan.Task other) {
    int from = Math.min(Units.anchor(one), Units.anchor(other));
    int to = Math.max(Units.anchor(one), Units.anchor(other));
    for (int at = document.lineStart(from); at <= to; at = Units.afterLine(document, at)) {
      if (Units.line(document, at).indexOf('|') < 0) {
        return false;
      }
    }
    return true;
  }

  private List<Span> cells(ParsedPlan.Task task) {
    int from = document.lineStart(Units.anchor(task));
    return cells(document, new Span(from, document.lineEnd(from, document.length())));
  }

  static int index(List<Span> cells, int offset) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).from() <= offset && offset <= cells.get(i).to()) {
        return i;
      }
    }
    return -1;
  }
}
