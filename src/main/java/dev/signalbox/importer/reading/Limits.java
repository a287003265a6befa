package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.Place;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block.Row;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Blocker;
import dev.signalbox.importer.reading.ParsedPlan.LogRow;
import dev.signalbox.importer.reading.ParsedPlan.Risk;
import dev.signalbox.importer.reading.ParsedPlan.Sprint;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import dev.signalbox.plan.Wording;
import java.util.List;

/**
 * The bounds of what one document may bring. A field that is longer than a plan takes is cut, with
 * a word on where and by how much: the rest stays in the document, and the field is never written
 * back. Too many tasks or rows refuse the document.
 */
final class Limits {

  static final int TASKS = 10_000;
  private static final int ROWS = 20_000;
  private static final int CELL = 2 * Wording.TEXT_LIMIT;
  private static final int DEPENDENCIES = 2_000;
  private static final int BLOCKERS = 100;
  private static final String CUT = "\u2026";

  private final Account account;

  Limits(Account account) {
    this.account = account;
  }

  /** Whether the text is the beginning of one that is longer than this many characters. */
  static boolean isCut(String text, int limit) {
    return text.endsWith(CUT) && text.codePointCount(0, text.length()) == limit;
  }

  /** Whether there are more such names in the document than were taken, or longer ones. */
  static boolean areCut(List<Read<String>> names) {
    return names.size() >= Wording.OWNERS_LIMIT
        || names.stream().anyMatch(name -> isCut(name.value(), Wording.NAME_LIMIT));
  }

  /** The row with the beginning of each cell that is longer than any field can be. */
  Row row(Row row) {
    boolean fits = row.cells().stream().allMatch(cell -> cell.length() <= CELL);
    return fits ? row : new Row(row.span(), row.cells().stream().map(this::cell).toList());
  }

  private Span cell(Span cell) {
    if (cell.length() <= CELL) {
      return cell;
    }
    Document document = account.document();
    report(
        OddityCode.TOO_LONG,
        document.place(cell.from()),
        "This cell is %d characters long; the first %d are read, the rest stays in the document."
            .formatted(cell.length(), CELL));
    return document.trim(new Span(cell.from(), cell.from() + CELL));
  }

  Sprint sprint(Sprint sprint) {
    return new Sprint(
        sprint.key(),
        read(sprint.title(), Wording.TITLE_LIMIT),
        read(sprint.section(), Wording.TITLE_LIMIT),
        read(sprint.summary(), Wording.TEXT_LIMIT),
        sprint.dependsOn().stream().map(name -> read(name, Wording.TITLE_LIMIT)).toList());
  }

  List<Task> tasks(List<Task> tasks) {
    count(tasks.size(), TASKS, "tasks");
    return tasks.stream().map(this::task).toList();
  }

  List<LogRow> log(List<LogRow> rows) {
    count(rows.size(), ROWS, "log rows");
    return rows.stream().map(this::logRow).toList();
  }

  List<Risk> risks(List<Risk> risks) {
    count(risks.size(), ROWS, "risks");
    return risks.stream()
        .map(
            risk ->
                new Risk(
                    cut(risk.text(), Wording.TEXT_LIMIT, risk.place()), risk.span(), risk.place()))
        .toList();
  }

  private Task task(Task task) {
    Place place = task.key().place();
    return new Task(
        task.key(),
        read(task.text(), Wording.TEXT_LIMIT),
        task.state(),
        task.stateDate(),
        first(task.owners(), Wording.OWNERS_LIMIT, "owners", place).stream()
            .map(owner -> read(owner, Wording.NAME_LIMIT))
            .toList(),
        read(task.source(), Wording.NAME_LIMIT),
        first(task.dependsOn(), DEPENDENCIES, "dependencies", place).stream()
            .map(key -> read(key, Wording.NAME_LIMIT))
            .toList(),
        first(task.blockers(), BLOCKERS, "blockers", place).stream().map(this::blocker).toList());
  }

  private Blocker blocker(Blocker blocker) {
    return new Blocker(
        blocker.kind(),
        cut(blocker.awaited(), Wording.NOTE_LIMIT, blocker.place()),
        blocker.awaits(),
        cut(blocker.reason(), Wording.NOTE_LIMIT, blocker.place()),
        blocker.since(),
        blocker.sureness(),
        blocker.clause(),
        blocker.place());
  }

  private LogRow logRow(LogRow row) {
    return new LogRow(
        row.on(),
        cut(row.text(), Wording.TEXT_LIMIT, row.place()),
        cut(row.owner(), Wording.NAME_LIMIT, row.place()),
        row.repeated(),
        row.stranded(),
        row.span(),
        row.place());
  }

  private Read<String> read(Read<String> read, int limit) {
    String taken = cut(read.value(), limit, read.place());
    return taken.equals(read.value()) ? read : new Read<>(taken, read.span(), read.place());
  }

  private String cut(String text, int limit, Place place) {
    int length = text.codePointCount(0, text.length());
    if (length <= limit) {
      return text;
    }
    report(
        OddityCode.TOO_LONG,
        place,
        "This is %d characters long; the first %d are taken, the rest stays in the document."
            .formatted(length, limit - 1));
    return text.substring(0, text.offsetByCodePoints(0, limit - 1)) + CUT;
  }

  private <T> List<T> first(List<T> all, int limit, String what, Place place) {
    if (all.size() <= limit) {
      return all;
    }
    report(
        OddityCode.TOO_LONG,
        place,
        "These are %d %s of one task; the first %d are taken, the rest stays in the document."
            .formatted(all.size(), what, limit));
    return all.subList(0, limit);
  }

  private void count(int count, int limit, String what) {
    if (count > limit) {
      report(
          OddityCode.TOO_MANY,
          account.document().place(0),
          "These are " + count + " " + what + "; " + limit + " are the limit.");
    }
  }

  private void report(OddityCode code, Place place, String words) {
    int end = Math.min(place.offset() + 1, account.document().length());
    account.report(code, new Span(Math.min(place.offset(), end), end), words);
  }
}
