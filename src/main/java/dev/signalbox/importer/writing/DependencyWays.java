package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.Read;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How to name other dependencies in the cell, clause or line where a document names them. */
final class DependencyWays {

  private static final Pattern CLAUSE =
      Pattern.compile("(?:^|[\\s.(;])((?:[\\p{L}]{1,20}\\s){0,2}[\\p{L}]{2,20}\\s?[:\uff1a]\\s*)$");
  private static final int BEFORE = 60;
  private static final List<String> LABELS = List.of("dependencies:", "depends_on:");

  private final Document document;
  private final String path;
  private final List<ParsedPlan.Task> tasks;
  private final Lines lines;

  DependencyWays(Document document, String path, List<ParsedPlan.Task> tasks, Lines lines) {
    this.document = document;
    this.path = path;
    this.tasks = tasks;
    this.lines = lines;
  }

  /**
   * Ways from what the document names to what the plan holds.
   *
   * @param meanings the keys that each written dependency means, in their order
   */
  List<List<Patch>> ways(
      ParsedPlan.Task task, List<List<String>> meanings, Set<String> before, Set<String> after) {
    List<String> added = after.stream().filter(key -> !before.contains(key)).toList();
    if (task.dependsOn().isEmpty()) {
      return empty(task, added);
    }
    List<ListWays.Member> members = members(task, meanings, after);
    String separator = separator(task);
    List<List<Patch>> ways = new ArrayList<>();
    ListWays list = new ListWays(document, path, separator);
    if (after.isEmpty() && list.isOneList(members)) {
      ways.addAll(none(members));
    }
    ways.add(list.patches(members, added));
    return ways;
  }

  private List<ListWays.Member> members(
      ParsedPlan.Task task, List<List<String>> meanings, Set<String> after) {
    Map<Span, Set<String>> written = new LinkedHashMap<>();
    for (int i = 0; i < task.dependsOn().size(); i++) {
      written
          .computeIfAbsent(task.dependsOn().get(i).span(), span -> new LinkedHashSet<>())
          .addAll(meanings.get(i));
    }
    List<ListWays.Member> members = new ArrayList<>();
    written.forEach(
        (span, keys) -> {
          List<String> left = keys.stream().filter(after::contains).toList();
          String name = keys.stream().filter(document.raw(span)::contains).findFirst().orElse("");
          members.add(new ListWays.Member(span, name, left, left.size() < keys.size()));
        });
    return ListWays.inOrder(members);
  }

  /** Without any: the clause goes whole, a cell or line says so as others do. */
  private List<List<Patch>> none(List<ListWays.Member> members) {
    Span all = new Span(members.getFirst().span().from(), members.getLast().span().to());
    List<List<Patch>> ways = new ArrayList<>();
    String label = clauseLabel(all.from());
    if (!label.isEmpty()) {
      int from = all.from() - label.length();
      while (from > 0 && document.isSpace(from - 1)) {
        from--;
      }
      boolean stops = document.text().startsWith(".", all.to());
      ways.add(List.of(new Patch(path, new Span(from, stops ? all.to() + 1 : all.to()), "")));
    }
    for (String word : List.of("None", "-", "\u2014", "[]", "")) {
      if (document.text().contains(word)) {
        ways.add(List.of(new Patch(path, all, word)));
      }
    }
    ways.addAll(lines.emptied(document, path, all));
    return ways;
  }

  private List<List<Patch>> empty(ParsedPlan.Task task, List<String> added) {
    List<List<Patch>> ways = new ArrayList<>();
    String separator = separator(task);
    new Grid(document, tasks)
        .cell(task, other -> outsideText(other))
        .ifPresent(cell -> ways.add(List.of(new Patch(path, cell, String.join(separator, added)))));
    ways.addAll(
        lines.ways(document, path, task, lines.labels(ParsedPlan.Task::dependsOn, LABELS), added));
    Span text = task.text().span();
    String label = usualLabel();
    String clause = " " + label + String.join(separator, added);
    ways.add(List.of(new Patch(path, new Span(text.to(), text.to()), clause + ".")));
    ways.add(List.of(new Patch(path, new Span(text.to(), text.to()), clause)));
    return ways;
  }

  private static @org.jspecify.annotations.Nullable Span outsideText(ParsedPlan.Task task) {
    Span text = task.text().span();
    return task.dependsOn().stream()
        .map(Read::span)
        .filter(span -> span.to() <= text.from() || span.from() >= text.to())
        .findFirst()
        .orElse(null);
  }

  /** How other tasks begin such a clause. */
  private String usualLabel() {
    for (ParsedPlan.Task other : tasks) {
      Span text = other.text().span();
      for (Read<String> on : other.dependsOn()) {
        boolean within = text.from() < on.span().from() && on.span().to() <= text.to();
        String label = within ? clauseLabel(on.span().from()) : "";
        if (!label.isEmpty()) {
          return label;
        }
      }
    }
    return "Dependencies: ";
  }

  private String clauseLabel(int to) {
    int from = Math.max(0, to - BEFORE);
    Matcher label = CLAUSE.matcher(document.text().substring(from, to));
    return label.find() ? label.group(1) : "";
  }

  private String separator(ParsedPlan.Task task) {
    return ListWays.separator(document, task, tasks, ParsedPlan.Task::dependsOn);
  }
}
