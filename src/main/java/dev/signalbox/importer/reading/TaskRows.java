package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
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
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a task table. A row that cannot be read whole is reported and not guessed. */
final class TaskRows {

  private static final Set<Column> READ =
      EnumSet.of(
          Column.KEY,
          Column.NUMBER,
          Column.STATE,
          Column.TEXT,
          Column.OWNERS,
          Column.SOURCE,
          Column.DEPENDS_ON,
          Column.DEPENDS_IN_PROSE,
          Column.REASON,
          Column.DATE,
          Column.STARTED,
          Column.ENDED);
  private static final Pattern WRAPPED =
      Pattern.compile("([*_~]{1,3})(?![*_~\\s])(.{1,10000}?)(?<![*_~\\s])\\1", Pattern.DOTALL);

  private final Account account;
  private final Document document;
  private final Vocabulary words;
  private final StateCell states;
  private final DerivedKeys derived;

  TaskRows(Account account, Vocabulary words, StateCell states, DerivedKeys derived) {
    this.account = account;
    this.document = account.document();
    this.words = words;
    this.states = states;
    this.derived = derived;
  }

  /** All tasks of a table below those headings. */
  List<Task> read(Table table, Columns columns, Group group) {
    if (table.rows().size() > Limits.TASKS) {
      account.report(
          OddityCode.TOO_MANY,
          table.span(),
          "This table has %d rows; %d are the limit.".formatted(table.rows().size(), Limits.TASKS));
      return List.of();
    }
    reportUnknown(table, columns);
    AsideRows asides = new AsideRows(account);
    RowFit fit = new RowFit(account, table, columns, states);
    String header = document.words(table.header().span());
    List<Task> tasks = new ArrayList<>();
    for (Row row : table.rows()) {
      boolean empty = row.cells().stream().allMatch(Span::isEmpty);
      if (!empty && !asides.isAside(row, columns) && !document.words(row.span()).equals(header)) {
        fit.fit(row).flatMap(whole -> read(whole, columns, group)).ifPresent(tasks::add);
      }
      account.claim(row.span());
    }
    return tasks;
  }

  private void reportUnknown(Table table, Columns columns) {
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      if (!READ.contains(columns.meanings().get(i))) {
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

  private Optional<Task> read(Row row, Columns columns, Group group) {
    Span keyCell = cell(row, columns, Column.KEY);
    Span text = unwrapped(cell(row, columns, Column.TEXT));
    Optional<KeyCell.Found> found = KeyCell.whole(document, keyCell);
    if (columns.titleBehindKey()) {
      found = KeyCell.leading(document, keyCell);
      text = unwrapped(found.map(KeyCell.Found::rest).orElse(keyCell));
    }
    StateCell.Found said = state(row, columns, group);
    Read<TaskState> state = said.state();
    if (state == null) {
      return Optional.empty();
    }
    Read<TaskKey> key = key(found, keyCell, text, row, columns, group);
    if (key == null) {
      return Optional.empty();
    }
    Read<LocalDate> date = said.date() != null ? said.date() : date(row, columns, state.value());
    OwnersCell.Found owners =
        OwnersCell.read(account, cell(row, columns, Column.OWNERS), columns.ownersWithSource());
    Span sourceCell = columns.cell(row, Column.SOURCE);
    Read<String> source =
        sourceCell == null
            ? owners.source()
            : Read.of(document.words(sourceCell), document, sourceCell);
    Dependencies.Found clause = new Dependencies(words).inText(document, text);
    Dependencies.Found inCell = dependencies(row, columns);
    List<Span> prose = new ArrayList<>(prose(text, clause));
    List<Span> reasons = new ArrayList<>(prose);
    if (said.prose() != null) {
      reasons.add(said.prose());
    }
    for (Column column : List.of(Column.REASON, Column.DEPENDS_IN_PROSE)) {
      Span reason = columns.cell(row, column);
      if (reason != null && !states.isNothing(document.words(reason))) {
        reasons.add(reason);
      }
    }
    List<Blocker> blockers =
        blockers(
            key.value(),
            state.value(),
            date == null ? null : date.value(),
            reasons,
            clause,
            inCell);
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

  /** By its own cell, by a badge among its notes, by its heading; a task to do where none says. */
  private StateCell.Found state(Row row, Columns columns, Group group) {
    Span cell = columns.cell(row, Column.STATE);
    if (cell != null) {
      return states.read(account, cell);
    }
    Span note = columns.cell(row, Column.NOTE);
    Optional<Read<TaskState>> badge =
        note == null ? Optional.empty() : states.badge(document, note);
    Span end = new Span(row.span().to(), row.span().to());
    Read<TaskState> state =
        badge.orElse(
            group.state() != null ? group.state() : Read.of(TaskState.TODO, document, end));
    return new StateCell.Found(state, null, null);
  }

  private @Nullable Read<LocalDate> date(Row row, Columns columns, TaskState state) {
    for (Column column : List.of(Column.DATE, state.isEnded() ? Column.ENDED : Column.STARTED)) {
      Span cell = columns.cell(row, column);
      boolean counts = column == Column.DATE || state != TaskState.TODO;
      if (cell != null && counts && !states.isNothing(document.words(cell))) {
        return StateCell.date(account, cell);
      }
    }
    return null;
  }

  /** What the cells for dependencies say; among other words, only keys count. */
  private Dependencies.Found dependencies(Row row, Columns columns) {
    Span cell = columns.cell(row, Column.DEPENDS_ON);
    if (cell != null) {
      return new Dependencies(words).inCell(document, cell);
    }
    Dependencies.Found prose =
        new Dependencies(words).inCell(document, cell(row, columns, Column.DEPENDS_IN_PROSE));
    return new Dependencies.Found(prose.keys(), List.of(), null);
  }

  /** The text without marks around all of it. */
  private Span unwrapped(Span text) {
    Matcher wrapped = WRAPPED.matcher(document.text()).region(text.from(), text.to());
    return wrapped.matches() ? new Span(wrapped.start(2), wrapped.end(2)) : text;
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
    Span span = state.span();
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

  private @Nullable Read<TaskKey> key(
      Optional<KeyCell.Found> found, Span cell, Span text, Row row, Columns columns, Group group) {
    if (found.isPresent()) {
      try {
        TaskKey key = new TaskKey(found.get().key());
        derived.take(key.value());
        return Read.of(key, document, found.get().span());
      } catch (IllegalArgumentException noKey) {
        account.report(
            OddityCode.BAD_KEY, cell, "This is no task key: " + noKey.getMessage() + ".");
        return null;
      }
    }
    String wanted = document.words(text);
    boolean nameless = !columns.titleBehindKey() && !states.isNothing(document.words(cell));
    if (wanted.codePoints().noneMatch(Character::isLetterOrDigit)
        || (columns.has(Column.KEY) && nameless)) {
      account.report(OddityCode.BAD_KEY, cell, "This is no task key, and none could be made.");
      return null;
    }
    String details = String.join("|", row.cells().stream().map(document::words).toList());
    TaskKey key = derived.derive(unescaped(List.of(text)), group.headings(), details);
    return Read.of(key, document, new Span(text.from(), text.from()));
  }

  private Span cell(Row row, Columns columns, Column column) {
    Span cell = columns.cell(row, column);
    return cell == null ? new Span(row.span().to(), row.span().to()) : cell;
  }

  private static <T> List<T> together(List<T> first, List<T> second) {
    Set<T> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
