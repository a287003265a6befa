package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.Read;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How to name other owners where a document names a task's owners. */
final class OwnerWays {

  private final Document document;
  private final String path;
  private final List<ParsedPlan.Task> tasks;
  private final Lines lines;

  OwnerWays(Document document, String path, List<ParsedPlan.Task> tasks, Lines lines) {
    this.document = document;
    this.path = path;
    this.tasks = tasks;
    this.lines = lines;
  }

  List<List<Patch>> ways(ParsedPlan.Task task, Set<String> before, Set<String> after) {
    List<String> added = after.stream().filter(name -> !before.contains(name)).toList();
    if (task.owners().isEmpty()) {
      return empty(task, added);
    }
    Map<Span, List<String>> written = new LinkedHashMap<>();
    for (Read<String> owner : task.owners()) {
      written.computeIfAbsent(owner.span(), span -> new ArrayList<>()).add(owner.value());
    }
    List<ListWays.Member> members = new ArrayList<>();
    written.forEach(
        (span, names) -> {
          List<String> left =
              names.stream().filter(name -> after.contains(Said.oneLine(name))).toList();
          members.add(
              new ListWays.Member(span, names.getFirst(), left, left.size() < names.size()));
        });
    List<List<Patch>> ways = new ArrayList<>();
    ListWays list = new ListWays(document, path, separator(task));
    ways.add(list.patches(members, cells(added)));
    if (after.isEmpty() && list.isOneList(ListWays.inOrder(members))) {
      ways.addAll(nobody(ListWays.inOrder(members)));
    }
    return ways;
  }

  private List<List<Patch>> nobody(List<ListWays.Member> members) {
    Span all = new Span(members.getFirst().span().from(), members.getLast().span().to());
    List<List<Patch>> ways = new ArrayList<>();
    for (String word : List.of("[]", "-", "TBD", "None")) {
      ways.add(List.of(new Patch(path, all, word)));
    }
    ways.addAll(lines.emptied(document, path, all));
    return ways;
  }

  private List<List<Patch>> empty(ParsedPlan.Task task, List<String> added) {
    List<List<Patch>> ways = new ArrayList<>();
    new Grid(document, tasks)
        .cell(task, other -> other.owners().isEmpty() ? null : other.owners().getFirst().span())
        .ifPresent(
            cell -> {
              String names = String.join(separator(task), cells(added));
              Span source = task.source().span();
              boolean shared =
                  cell.from() <= source.from() && source.to() <= cell.to() && !source.isEmpty();
              Span at = shared ? new Span(cell.from(), cell.from()) : cell;
              ways.add(List.of(new Patch(path, at, shared ? names + " " : names)));
            });
    ways.addAll(
        lines.ways(document, path, task, lines.labels(ParsedPlan.Task::owners, OWNERS), added));
    return ways;
  }

  private String separator(ParsedPlan.Task task) {
    return ListWays.separator(document, task, tasks, ParsedPlan.Task::owners);
  }

  private static List<String> cells(List<String> names) {
    return names.stream().map(Inline::cell).toList();
  }

  private static final List<String> OWNERS =
      List.of("assignee:", "assignees:", "owners:", "owner:");
}
