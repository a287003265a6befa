package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.SectionStart;
import dev.signalbox.plan.PlanEdit.LogText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows for an execution log, in the form that its other rows have. */
final class LogForm {

  private static final int TEMPLATES = 4;
  private static final String HEADER = "| Date (UTC) | Update | Owner |";
  private static final String DELIMITER = "| --- | --- | --- |";

  private final Document document;
  private final String path;

  LogForm(Document document, String path) {
    this.document = document;
    this.path = path;
  }

  /** Ways to put all these rows behind the log's last one; none if there is no log. */
  List<List<Patch>> ways(List<ParsedPlan.LogRow> log, List<LogText> more) {
    List<ParsedPlan.LogRow> rows =
        log.stream().filter(row -> !row.stranded() && !row.span().isEmpty()).toList();
    return rows.isEmpty()
        ? SectionStart.log(document).map(start -> first(start, more)).orElseGet(List::of)
        : behind(rows, more);
  }

  private List<List<Patch>> behind(List<ParsedPlan.LogRow> rows, List<LogText> more) {
    Span last = rows.getLast().span();
    Comparator<ParsedPlan.LogRow> gaps = Comparator.comparingInt(LogForm::gaps);
    List<ParsedPlan.LogRow> templates =
        rows.reversed().stream().sorted(gaps).limit(TEMPLATES).toList();
    List<List<Patch>> ways = new ArrayList<>();
    for (ParsedPlan.LogRow template : templates) {
      List<String> lines = more.stream().map(row -> like(template, row)).toList();
      ways.add(List.of(Stacked.behind(document, path, last, lines)));
    }
    ways.add(List.of(Stacked.behind(document, path, last, usual(more))));
    return ways;
  }

  private static int gaps(ParsedPlan.LogRow row) {
    return (row.on() == null ? 1 : 0) + (row.owner().isEmpty() ? 1 : 0);
  }

  private List<List<Patch>> first(SectionStart start, List<LogText> more) {
    List<String> lines = new ArrayList<>(usual(more));
    Span place = start.table();
    if (place.isEmpty()) {
      lines.addAll(0, List.of("", HEADER, DELIMITER));
      place = start.heading();
    }
    return List.of(List.of(Stacked.behind(document, path, place, lines)));
  }

  private static List<String> usual(List<LogText> more) {
    return more.stream()
        .map(
            row ->
                "| "
                    + Objects.toString(row.on(), "")
                    + " | "
                    + Inline.cell(row.text())
                    + " | "
                    + Inline.cell(row.owner())
                    + " |")
        .collect(Collectors.toList());
  }

  /** The template's own characters with this row's words in its cells. */
  private String like(ParsedPlan.LogRow template, LogText row) {
    Span whole = document.trim(template.span());
    StringBuilder line = new StringBuilder();
    int at = whole.from();
    for (Span cell : Grid.cells(document, whole)) {
      line.append(document.text(), at, cell.from()).append(said(template, cell, row));
      at = cell.to();
    }
    return line.append(document.text(), at, whole.to()).toString();
  }

  private String said(ParsedPlan.LogRow template, Span cell, LogText row) {
    String words = document.words(cell).replace("\\|", "|");
    LocalDate on = template.on();
    if (words.equals(template.text())) {
      return Inline.cell(row.text());
    }
    if (on != null && DateForm.within(words, on, on).isPresent()) {
      return dated(document.raw(cell), on, row.on());
    }
    return !words.isEmpty() && words.equals(template.owner()) ? Inline.cell(row.owner()) : "";
  }

  private static String dated(String raw, LocalDate was, @Nullable LocalDate on) {
    Function<LocalDate, String> write =
        date -> DateForm.within(raw, was, date).orElse(date.toString());
    return on == null ? "" : write.apply(on);
  }
}
