package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.Read;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How to declare another state, or another date of it, where a document declares it. */
final class StateWays {

  private final Document document;
  private final String path;
  private final StateWords words;
  private final List<ParsedPlan.Task> tasks;
  private final Moves moves;
  private final @Nullable DateForm form;

  /**
   * For the tasks of one document.
   *
   * @param tasks of that document
   */
  StateWays(Document document, String path, StateWords words, List<ParsedPlan.Task> tasks) {
    this.document = document;
    this.path = path;
    this.words = words;
    this.tasks = tasks;
    this.moves = new Moves(document, path, tasks);
    this.form =
        tasks.stream()
            .flatMap(task -> DateForm.of(document, task).stream())
            .findFirst()
            .orElse(null);
  }

  /** Whether states come with dates in this document, so that a new one gets its date too. */
  boolean writesDates() {
    return tasks.stream().anyMatch(task -> task.stateDate() != null);
  }

  List<List<Patch>> ways(ParsedPlan.Task task, TaskState state, @Nullable LocalDate date) {
    Span core = StateWords.core(document, task);
    List<Patch> dated = date(task, core, date);
    if (task.state().value() == state) {
      return List.of(dated);
    }
    if (moves.isByPlace(task)) {
      return dated.isEmpty() ? moves.ways(task, state) : List.of();
    }
    List<List<Patch>> ways = new ArrayList<>();
    if (core.isEmpty()) {
      for (String word : words.candidates(document, core, state)) {
        ways.add(with(dated, new Patch(path, core, isInRow(core) ? word : "[" + word + "] ")));
      }
      return ways;
    }
    for (String word : words.candidates(document, core, state)) {
      ways.add(with(dated, new Patch(path, core, word)));
    }
    return ways;
  }

  private boolean isInRow(Span core) {
    return Units.line(document, core.from()).indexOf('|') >= 0;
  }

  private List<Patch> date(ParsedPlan.Task task, Span core, @Nullable LocalDate date) {
    Read<LocalDate> now = task.stateDate();
    if (Objects.equals(now == null ? null : now.value(), date)) {
      return List.of();
    }
    if (now != null && !now.span().isEmpty()) {
      return date == null
          ? List.of(new Patch(path, gone(task, core, now), ""))
          : List.of(new Patch(path, now.span(), DateForm.replaced(document, now, date)));
    }
    if (date == null) {
      return List.of();
    }
    Optional<Span> own =
        new Grid(document, tasks)
            .cell(task, other -> other.stateDate() == null ? null : other.stateDate().span())
            .filter(cell -> core.from() < cell.from() || core.from() > cell.to());
    if (own.isPresent()) {
      return List.of(new Patch(path, own.get(), date.toString()));
    }
    if (form == null) {
      return List.of();
    }
    int at = core.to();
    while (at < document.length() && "*_`~".indexOf(document.text().charAt(at)) >= 0) {
      at++;
    }
    return List.of(new Patch(path, new Span(at, at), form.write(date)));
  }

  private Span gone(ParsedPlan.Task task, Span core, Read<LocalDate> now) {
    if (DateForm.of(document, task).isEmpty()) {
      return now.span();
    }
    return new Span(marksEnd(core.to()), DateForm.closing(document, now.span()).to());
  }

  private int marksEnd(int from) {
    int at = from;
    while (at < document.length() && "*_`~".indexOf(document.text().charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static List<Patch> with(List<Patch> dated, Patch patch) {
    List<Patch> all = new ArrayList<>(dated);
    all.add(patch);
    return List.copyOf(all);
  }
}
