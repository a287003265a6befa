package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.Place;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block.Row;
import dev.signalbox.importer.layout.Block.Table;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Blocker;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a task table. A row that cannot be read whole is reported and not guessed. */
final class TaskRows {

  private static final Pattern MARKS =
      Pattern.compile("[*`~]|\\[([^\\]]{0,200})\\](?:\\([^)]{0,500}\\))?");

  private final Account account;
  private final Document document;
  private final Vocabulary words;

  TaskRows(Account account, Vocabulary words) {
    this.account = account;
    this.document = account.document();
    this.words = words;
  }

  List<Task> read(Table table, Columns columns) {
    if (table.rows().size() > Limits.TASKS) {
      account.report(
          OddityCode.TOO_MANY,
          table.span(),
          "This table has %d rows; %d are the limit.".formatted(table.rows().size(), Limits.TASKS));
      return List.of();
    }
    reportUnknown(table, columns);
    List<Task> tasks = new ArrayList<>();
    for (Row row : table.rows()) {
      if (hasItsCells(row, columns)) {
        read(row, columns).ifPresent(tasks::add);
      }
      account.claim(row.span());
    }
    return tasks;
  }

  private void reportUnknown(Table table, Columns columns) {
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      if (columns.meanings().get(i) == Column.UNKNOWN
          || columns.meanings().get(i) == Column.UPDATE) {
        long values =
            table.rows().stream()
                .filter(row -> row.cells().size() > column && !row.cells().get(column).isEmpty())
                .count();
        account.report(
            OddityCode.UNKNOWN_COLUMN,
            table.header().cells().get(i),
            "This column fits no field; its " + values + " values were not imported.");
      }
    }
  }

  private boolean hasItsCells(Row row, Columns columns) {
    int cells = row.cells().size();
    if (cells < columns.size()) {
      account.report(
          OddityCode.ROW_TOO_SHORT,
          row.span(),
          "This row has " + cells + " of the " + columns.size() + " cells of its table.");
    } else if (cells > columns.size()) {
      account.report(
          OddityCode.ROW_TOO_LONG,
          row.span(),
          "This row has "
              + cells
              + " cells, its table "
              + columns.size()
              + "; a pipe that belongs to the text is written \\|.");
    }
    return cells == columns.size();
  }

  private Optional<Task> read(Row row, Columns columns) {
    Read<TaskKey> key = key(cell(row, columns, Column.KEY));
    StateCell.Found found = new StateCell(words).read(account, cell(row, columns, Column.STATE));
    Read<TaskState> state = found.state();
    if (key == null || state == null) {
      return Optional.empty();
    }
    Span dateCell = columns.cell(row, Column.DATE);
    Read<LocalDate> date =
        found.date() != null || dateCell == null ? found.date() : StateCell.date(account, dateCell);
    Span text = cell(row, columns, Column.TEXT);
    OwnersCell.Found owners =
        OwnersCell.read(account, cell(row, columns, Column.OWNERS), columns.ownersWithSource());
    Span sourceCell = columns.cell(row, Column.SOURCE);
    Read<String> source =
        sourceCell == null
            ? owners.source()
            : Read.of(document.words(sourceCell), document, sourceCell);
    Dependencies.Found clause = new Dependencies(words).inText(document, text);
    Dependencies.Found inCell =
        new Dependencies(words).inCell(document, cell(row, columns, Column.DEPENDS_ON));
    List<Span> prose = prose(text, clause);
    List<Blocker> blockers =
        blockers(
            key.value(), state.value(), date == null ? null : date.value(), prose, clause, inCell);
    reportBlocked(key, state, date, blockers);
    return Optional.of(
        new Task(
            key,
            Read.of(unescaped(prose), document, text),
            state,
            date,
            owners.owners(),
            source,
            together(clause.keys(), inCell.keys()),
            blockers));
  }

  /** The text without a clause that was understood to its last word. */
  private List<Span> prose(Span text, Dependencies.Found clause) {
    if (clause.clause() == null || !clause.inWords().isEmpty()) {
      return List.of(text);
    }
    return List.of(
        new Span(text.from(), clause.clause().from()), new Span(clause.clause().to(), text.to()));
  }

  private String unescaped(List<Span> prose) {
    String text = String.join(" ", prose.stream().map(document::words).toList());
    return text.replace("\\|", "|").strip();
  }

  private List<Blocker> blockers(
      TaskKey key,
      TaskState state,
      @Nullable LocalDate date,
      List<Span> prose,
      Dependencies.Found clause,
      Dependencies.Found inCell) {
    ProseBlockers reader = new ProseBlockers(document, words, state, date);
    List<Blocker> blockers = new ArrayList<>(reader.in(prose));
    for (Span inWords : together(clause.inWords(), inCell.inWords())) {
      account.report(
          OddityCode.DEPENDENCY_IN_WORDS,
          inWords,
          "A dependency of "
              + key
              + " that is no key"
              + (state.isEnded() ? "; it was not imported." : "; it became a blocker in words."));
      if (!state.isEnded()) {
        blockers.add(reader.inWords(inWords));
      }
    }
    return List.copyOf(blockers);
  }

  private void reportBlocked(
      Read<TaskKey> key,
      Read<TaskState> state,
      @Nullable Read<LocalDate> date,
      List<Blocker> held) {
    if (state.value() != TaskState.BLOCKED) {
      return;
    }
    Place at = state.place();
    Span span = new Span(at.offset(), at.offset() + TaskState.BLOCKED.name().length());
    if (date == null) {
      account.report(
          OddityCode.UNDATED_BLOCKED,
          span,
          key.value() + " is blocked since an unknown day; no date was invented.");
    }
    if (held.isEmpty()) {
      account.report(
          OddityCode.BLOCKED_WITHOUT_REASON,
          span,
          key.value() + " is blocked, but its text does not say by what.");
    }
  }

  private @Nullable Read<TaskKey> key(Span cell) {
    Matcher marks = MARKS.matcher(document.words(cell));
    String words = marks.replaceAll("$1").strip();
    try {
      return Read.of(new TaskKey(words), document, cell);
    } catch (IllegalArgumentException noKey) {
      account.report(OddityCode.BAD_KEY, cell, "This is no task key: " + noKey.getMessage() + ".");
      return null;
    }
  }

  private Span cell(Row row, Columns columns, Column column) {
    Span cell = columns.cell(row, column);
    return cell == null ? new Span(row.span().to(), row.span().to()) : cell;
  }

  private static <T> List<T> together(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    second.stream().filter(one -> !all.contains(one)).forEach(all::add);
    return List.copyOf(all);
  }
}
