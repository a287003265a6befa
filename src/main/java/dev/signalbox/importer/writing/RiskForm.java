package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.SectionStart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines for decisions and risks, in the form that the others have. */
final class RiskForm {

  private static final Pattern MARK = Pattern.compile("\\s*(?:[-*+]|(\\d{1,8})([.)]))\\s+");

  private final Document document;
  private final String path;

  RiskForm(Document document, String path) {
    this.document = document;
    this.path = path;
  }

  /** Ways to put all these lines behind the last one; none if there is no such section. */
  List<List<Patch>> ways(List<ParsedPlan.Risk> risks, List<String> more) {
    List<Span> placed =
        risks.stream().map(ParsedPlan.Risk::span).filter(span -> !span.isEmpty()).toList();
    if (placed.isEmpty()) {
      return SectionStart.risks(document).map(start -> first(start, more)).orElseGet(List::of);
    }
    Span last = placed.getLast();
    List<List<Patch>> ways = new ArrayList<>();
    ways.add(List.of(Stacked.behind(document, path, last, marked(last, more))));
    if (Grid.isRow(document, last)) {
      List<String> rows = more.stream().map(text -> row(last, text)).toList();
      ways.addFirst(List.of(Stacked.behind(document, path, last, rows)));
    }
    List<String> paragraphs = new ArrayList<>();
    more.forEach(text -> paragraphs.addAll(List.of("", Said.oneLine(text))));
    ways.add(List.of(Stacked.behind(document, path, last, paragraphs)));
    return ways;
  }

  private List<List<Patch>> first(SectionStart start, List<String> more) {
    if (!start.table().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(""));
    more.forEach(text -> lines.add("- " + Said.oneLine(text)));
    return List.of(List.of(Stacked.behind(document, path, start.heading(), lines)));
  }

  private List<String> marked(Span last, List<String> more) {
    String line = document.text().substring(document.lineStart(last.from()), last.from());
    Matcher mark = MARK.matcher(line);
    if (!mark.matches()) {
      return more.stream().map(text -> "- " + Said.oneLine(text)).toList();
    }
    String number = mark.group(1);
    List<String> lines = new ArrayList<>();
    for (String text : more) {
      UnaryOperator<String> next = said -> Long.toString(Long.parseLong(said) + lines.size() + 1);
      String with = number == null ? line : line.replace(number, next.apply(number));
      lines.add(with + Said.oneLine(text));
    }
    return lines;
  }

  /** The row with the words in its longest cell and nothing in the others. */
  private String row(Span row, String text) {
    List<Span> cells = Grid.cells(document, row);
    Span longest = cells.stream().max(Comparator.comparingInt(Span::length)).orElse(row);
    StringBuilder line = new StringBuilder();
    int at = row.from();
    for (Span cell : cells) {
      String said = cell.equals(longest) ? Inline.cell(text) : "";
      line.append(document.text(), at, cell.from()).append(said);
      at = cell.to();
    }
    return line.append(document.text(), at, row.to()).toString();
  }
}
