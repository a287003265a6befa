package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.Read;
import dev.signalbox.plan.PlanSnapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Writes a new row in the form of one that is there. */
final class RowForm {

  private static final int WORDS = 4;

  private final Document document;
  private final StateWords words;
  private final List<ParsedPlan.Task> tasks;

  RowForm(Document document, StateWords words, List<ParsedPlan.Task> tasks) {
    this.document = document;
    this.words = words;
    this.tasks = tasks;
  }

  private record Piece(Span span, String with) {}

  /** The template's line with the task's fields in place of its own; one for each state word. */
  List<String> rows(ParsedPlan.Task template, Span unit, PlanSnapshot.Task task) {
    Span core = StateWords.core(document, template);
    boolean stateHere = unit.from() <= core.from() && core.to() <= unit.to() && !core.isEmpty();
    List<String> states =
        template.state().value() == task.state() || !stateHere
            ? List.of(document.raw(core))
            : words.candidates(document, core, task.state()).stream().limit(WORDS).toList();
    List<String> rows = new ArrayList<>();
    for (String state : states) {
      List<Piece> pieces = new ArrayList<>();
      if (stateHere) {
        pieces.add(new Piece(core, state));
      }
      key(template, task, pieces);
      date(template, task, core, pieces);
      text(template, task, pieces);
      list(spans(template.owners()), task.owners(), pieces);
      Span text = template.text().span();
      List<Span> on =
          spans(template.dependsOn()).stream()
              .filter(span -> span.from() >= text.to() || span.to() <= text.from())
              .toList();
      list(on, task.dependsOn(), pieces);
      rows.add(rendered(first(unit, pieces), pieces, template));
    }
    return rows;
  }

  private void key(ParsedPlan.Task template, PlanSnapshot.Task task, List<Piece> pieces) {
    Span span = template.key().span();
    String raw = document.raw(span);
    String value = template.key().value().value();
    if (!span.isEmpty() && raw.contains(value)) {
      pieces.add(new Piece(span, raw.replace(value, task.key().value())));
    }
  }

  private void date(
      ParsedPlan.Task template, PlanSnapshot.Task task, Span core, List<Piece> pieces) {
    Read<LocalDate> date = template.stateDate();
    LocalDate wanted = task.stateDate();
    if (date != null && wanted != null) {
      pieces.add(new Piece(date.span(), DateForm.replaced(document, date, wanted)));
    } else if (date != null) {
      boolean behind = DateForm.of(document, template).isPresent();
      Span gone = new Span(core.to(), DateForm.closing(document, date.span()).to());
      pieces.add(new Piece(behind ? gone : date.span(), ""));
    } else if (wanted != null) {
      tasks.stream()
          .flatMap(other -> DateForm.of(document, other).stream())
          .findFirst()
          .ifPresent(
              form -> pieces.add(new Piece(new Span(core.to(), core.to()), form.write(wanted))));
    }
  }

  private void text(ParsedPlan.Task template, PlanSnapshot.Task task, List<Piece> pieces) {
    Span span = template.text().span();
    if (span.isEmpty() || span.equals(template.key().span())) {
      return;
    }
    String text = task.text();
    boolean clause =
        spans(tasks.stream().flatMap(one -> one.dependsOn().stream()).toList()).stream()
            .anyMatch(on -> tasks.stream().anyMatch(one -> holds(one.text().span(), on)));
    if (clause && !task.dependsOn().isEmpty()) {
      text = text + " Dependencies: " + String.join(", ", task.dependsOn()) + ".";
    }
    boolean row = Units.line(document, span.from()).indexOf('|') >= 0;
    pieces.add(new Piece(span, row ? Inline.cell(text) : Said.oneLine(text)));
  }

  private static boolean holds(Span span, Span inner) {
    return span.from() <= inner.from() && inner.to() <= span.to() && !inner.isEmpty();
  }

  private void list(List<Span> members, Collection<String> values, List<Piece> pieces) {
    if (members.isEmpty()) {
      return;
    }
    int from = members.stream().mapToInt(Span::from).min().orElse(0);
    int to = members.stream().mapToInt(Span::to).max().orElse(0);
    String separator = ListWays.separator(document, members, ", ");
    List<String> cells = values.stream().map(Inline::cell).toList();
    pieces.add(new Piece(new Span(from, to), String.join(separator, cells)));
  }

  private static List<Span> spans(Collection<? extends Read<?>> reads) {
    return reads.stream().map(Read::span).filter(span -> !span.isEmpty()).distinct().toList();
  }

  /** The template's lines as far as they hold fields: what hangs below is its own. */
  private Span first(Span unit, List<Piece> pieces) {
    int last = pieces.stream().mapToInt(piece -> piece.span().to()).max().orElse(unit.from());
    int end = document.lineEnd(Math.min(last, unit.to()), unit.to());
    return new Span(unit.from(), end);
  }

  private String rendered(Span unit, List<Piece> pieces, ParsedPlan.Task template) {
    List<Piece> all = new ArrayList<>(pieces);
    if (Grid.isRow(document, unit)) {
      emptyTheRest(unit, all, template);
    }
    all.sort(
        Comparator.comparingInt((Piece p) -> p.span().from()).thenComparingInt(p -> p.span().to()));
    StringBuilder row = new StringBuilder();
    int at = unit.from();
    for (Piece piece : all) {
      if (piece.span().from() >= at && piece.span().to() <= unit.to()) {
        row.append(document.text(), at, piece.span().from()).append(piece.with());
        at = piece.span().to();
      }
    }
    return row.append(document.text(), at, unit.to()).toString();
  }

  /** Cells that say something else of the template say nothing of the new task. */
  private void emptyTheRest(Span unit, List<Piece> pieces, ParsedPlan.Task template) {
    List<Span> fields = Units.fields(template);
    for (Span cell : Grid.cells(document, unit)) {
      boolean field = fields.stream().anyMatch(f -> f.from() <= cell.to() && cell.from() <= f.to());
      boolean says = document.raw(cell).codePoints().anyMatch(Character::isLetterOrDigit);
      if (!field && says) {
        pieces.add(new Piece(cell, ""));
      }
    }
  }
}
