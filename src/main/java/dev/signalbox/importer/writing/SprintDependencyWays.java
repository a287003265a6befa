package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ways to say in a sprint's own lines what it waits for. */
final class SprintDependencyWays {

  private static final Pattern LABEL =
      Pattern.compile("depends on\\s{0,3}:[ \\t]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern SUMMARY =
      Pattern.compile("summary\\s{0,3}:[ \\t]*", Pattern.CASE_INSENSITIVE);

  private final Document document;
  private final String path;

  SprintDependencyWays(Document document, String path) {
    this.document = document;
    this.path = path;
  }

  /** The best first; none if the document has no lines of a sprint. */
  List<List<Patch>> ways(ParsedPlan.Sprint sprint, List<String> dependsOn) {
    String list = String.join(", ", dependsOn);
    List<Span> said =
        sprint.dependsOn().stream().map(Read::span).filter(span -> !span.isEmpty()).toList();
    List<List<Patch>> ways = new ArrayList<>();
    if (!said.isEmpty()) {
      Span all = new Span(said.getFirst().from(), said.getLast().to());
      if (dependsOn.isEmpty()) {
        labelled(all).ifPresent(line -> ways.add(List.of(new Patch(path, line, ""))));
        ways.add(List.of(new Patch(path, all, "")));
      } else {
        ways.add(List.of(new Patch(path, all, list)));
      }
      return ways;
    }
    for (Matcher label = LABEL.matcher(document.text()); label.find() && ways.size() < 3; ) {
      String gap = label.group().endsWith(":") ? " " : "";
      ways.add(List.of(new Patch(path, new Span(label.end(), label.end()), gap + list)));
    }
    if (!sprint.summary().span().isEmpty()) {
      beforeSummary(sprint.summary().span(), list).ifPresent(ways::add);
    }
    Stream.of(sprint.section(), sprint.title())
        .map(Read::span)
        .filter(span -> !span.isEmpty())
        .forEach(span -> ways.addAll(behind(span, list)));
    return ways;
  }

  /** The label and the list, with the line break if they have the line for themselves. */
  private Optional<Span> labelled(Span list) {
    int from = list.from();
    int least = Math.max(0, from - 40);
    Matcher label = LABEL.matcher(document.text()).region(least, from);
    int start = -1;
    while (label.find()) {
      start = label.end() == from ? label.start() : start;
    }
    if (start < 0) {
      return Optional.empty();
    }
    int end = document.lineEnd(list.to(), document.length());
    boolean alone =
        document.isBlank(document.lineStart(start), start) && document.isBlank(list.to(), end);
    return Optional.of(
        alone
            ? new Span(document.lineStart(start), Units.afterLine(document, list.to()))
            : new Span(start, document.skipSpaces(list.to(), end)));
  }

  private Optional<List<Patch>> beforeSummary(Span summary, String list) {
    int least = Math.max(0, summary.from() - 40);
    Matcher label = SUMMARY.matcher(document.text()).region(least, summary.from());
    int at = -1;
    while (label.find()) {
      at = label.start();
    }
    if (at < 0) {
      return Optional.empty();
    }
    boolean line = document.isBlank(document.lineStart(at), at);
    String end = line ? Units.lineBreak(document) : " ";
    return Optional.of(List.of(new Patch(path, new Span(at, at), "Depends on: " + list + end)));
  }

  private List<List<Patch>> behind(Span line, String list) {
    int end = document.lineEnd(line.to(), document.length());
    Span at = new Span(line.to(), line.to());
    String newline = Units.lineBreak(document);
    String words = "Depends on: " + list;
    return document.isBlank(line.to(), end)
        ? List.of(
            List.of(new Patch(path, at, newline + newline + words)),
            List.of(new Patch(path, at, newline + words)))
        : List.of(List.of(new Patch(path, at, " " + words)));
  }
}
