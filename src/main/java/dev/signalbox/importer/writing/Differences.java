package dev.signalbox.importer.writing;

import dev.signalbox.importer.Place;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.plan.PlanSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what the plan holds otherwise than its documents say, and the ways to say it there. */
final class Differences {

  private final Sources sources;
  private final Reread before;
  private final Held held;
  private final StateWords words;
  private final Lines lines;
  private final Map<String, List<ParsedPlan.Task>> byFile = new HashMap<>();
  private final Map<String, StateWays> states = new HashMap<>();
  private final List<Difference> found = new ArrayList<>();

  Differences(Sources sources, Reread before, Held held) {
    this.sources = sources;
    this.before = before;
    this.held = held;
    this.words = new StateWords(sources, before.inOrder());
    List<ParsedPlan.Task> tasks = before.inOrder().stream().map(Reread.Entry::read).toList();
    this.lines = new Lines(sources, tasks);
    for (ParsedPlan.Task task : tasks) {
      byFile.computeIfAbsent(path(task), path -> new ArrayList<>()).add(task);
    }
  }

  List<Difference> find() {
    for (Reread.Entry entry : before.inOrder()) {
      PlanSnapshot.Task now = held.tasks().get(entry.key());
      if (now != null && !now.absent()) {
        sources
            .document(entry.read().key().place())
            .ifPresent(document -> compare(document, entry, Said.of(now)));
      }
    }
    List<PlanSnapshot.Task> more =
        held.tasks().entrySet().stream()
            .filter(task -> !task.getValue().absent())
            .filter(task -> !before.entries().containsKey(task.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (!more.isEmpty()) {
      found.addAll(new NewRows(sources, before, words).find(more));
    }
    return List.copyOf(found);
  }

  private void compare(Document document, Reread.Entry entry, Said now) {
    ParsedPlan.Task task = entry.read();
    String path = path(task);
    List<ParsedPlan.Task> tasks = byFile.getOrDefault(path, List.of());
    Said was = entry.said();
    StateWays state = states.computeIfAbsent(path, p -> new StateWays(document, p, words, tasks));
    Said declared = state.writesDates() ? now : now.withDeclared(now.state(), was.date());
    if (!was.sameIn(Field.STATE, declared)) {
      List<List<Patch>> ways = state.ways(task, declared.state(), declared.date());
      add(entry, Field.STATE, declared, task.state().place(), ways);
    }
    if (!was.text().equals(now.text())) {
      List<List<Patch>> ways =
          task.textIsCut() ? List.of() : new TextWays(document, path).ways(task, now.text());
      add(entry, Field.TEXT, now, task.text().place(), ways);
    }
    if (!was.owners().equals(now.owners())) {
      List<List<Patch>> ways =
          task.ownersAreCut()
              ? List.of()
              : new OwnerWays(document, path, tasks, lines).ways(task, was.owners(), now.owners());
      add(entry, Field.OWNERS, now, task.key().place(), ways);
    }
    if (!was.dependsOn().equals(now.dependsOn())) {
      dependencies(document, entry, now);
    }
  }

  /** A reference that is only understood otherwise by now is no change of the plan. */
  private void dependencies(Document document, Reread.Entry entry, Said now) {
    ParsedPlan.Task task = entry.read();
    List<List<String>> meanings = new ArrayList<>(before.meanings(task));
    Set<String> expected = new java.util.LinkedHashSet<>(now.dependsOn());
    for (int i = 0; i < meanings.size(); i++) {
      String written = task.dependsOn().get(i).value();
      List<String> means = meanings.get(i);
      if (now.dependsOn().contains(written) && !means.contains(written)) {
        expected.remove(written);
        expected.addAll(means);
      }
    }
    if (entry.said().dependsOn().equals(expected)) {
      return;
    }
    List<List<Patch>> ways =
        new DependencyWays(document, path(task), byFile.getOrDefault(path(task), List.of()), lines)
            .ways(task, meanings, entry.said().dependsOn(), expected);
    add(entry, Field.DEPENDENCIES, now.withDependsOn(expected), task.key().place(), ways);
  }

  private void add(
      Reread.Entry entry, Field field, Said after, Place place, List<List<Patch>> ways) {
    boolean cut =
        (field == Field.TEXT && entry.read().textIsCut())
            || (field == Field.OWNERS && entry.read().ownersAreCut());
    String refusal =
        cut
            ? "The document says more here than the plan took; change it in the document."
            : ways.isEmpty()
                ? "The document has no place that says this of the task alone."
                : "However it was written, the document would not read as the plan is.";
    List<List<Patch>> real = ways.stream().filter(way -> !way.isEmpty()).toList();
    found.add(new Difference(entry.key(), field, entry.said(), after, place, real, refusal));
  }

  private static String path(ParsedPlan.Task task) {
    return Sources.path(task.key().place());
  }
}
