package dev.signalbox.importer.writing;

import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.reading.FormerKeys;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.PlanFilesReader;
import dev.signalbox.importer.reading.Resolution;
import dev.signalbox.importer.reading.SprintReading;
import dev.signalbox.plan.PlanEdit.TaskText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What files say when they are read (again): every task with its places and its values. */
final class Reread {

  private static final PlanFilesReader READER = PlanFilesReader.withAllDialects();

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Collection<String> known;
  private @Nullable String dialect;

  /** One task: where it stands and what it means. */
  record Entry(String key, ParsedPlan.Task read, Said said) {}

  private Reread(Collection<String> known) {
    this.known = known;
  }

  /**
   * Reads the files.
   *
   * @param dialect by which they were read the first time; null or empty for the surest
   * @param known keys of the project's tasks
   */
  static Reread of(List<PlanFile> files, @Nullable String dialect, Collection<String> known) {
    String chosen = dialect == null || dialect.isEmpty() ? null : dialect;
    Reread reread = new Reread(known);
    reread.dialect = chosen;
    for (SprintReading reading : READER.read(files, chosen)) {
      List<TaskText> texts = Resolution.of(reading.plan(), known).document().tasks();
      List<ParsedPlan.Task> tasks = reading.plan().tasks();
      if (files.size() == 1) {
        reread.dialect = reading.reading().dialect();
      }
      for (int i = 0; i < tasks.size(); i++) {
        String key = texts.get(i).key().value();
        reread.entries.putIfAbsent(key, new Entry(key, tasks.get(i), said(texts.get(i))));
      }
    }
    return reread;
  }

  private static Said said(TaskText text) {
    Said said = Said.of(text);
    return said.withText(Said.oneLine(said.text()));
  }

  /** The dialect that read the only file, so that it is not looked for again; else as chosen. */
  @Nullable String dialect() {
    return dialect;
  }

  Map<String, Entry> entries() {
    return entries;
  }

  /** The names that tasks have here, by those of these keys that are their former ones. */
  Map<String, String> formerNames(Collection<String> keys) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Entry entry : entries.values()) {
      String former = FormerKeys.of(entry.read().text().value());
      boolean made = entry.read().key().span().isEmpty();
      if (made && !keys.contains(entry.key()) && !entries.containsKey(former)) {
        names.putIfAbsent(former, entry.key());
      }
    }
    names.keySet().retainAll(keys);
    return names;
  }

  /** The tasks in the order of the documents. */
  List<Entry> inOrder() {
    return List.copyOf(entries.values());
  }

  /** What each written dependency of a task means, in their order. */
  List<List<String>> meanings(ParsedPlan.Task task) {
    List<ParsedPlan.Task> single = new ArrayList<>();
    for (var written : task.dependsOn()) {
      single.add(
          new ParsedPlan.Task(
              task.key(),
              task.text(),
              task.state(),
              task.stateDate(),
              task.owners(),
              task.source(),
              List.of(written),
              List.of()));
    }
    ParsedPlan.Sprint none = new ParsedPlan.Sprint(NOTHING, NOTHING, NOTHING, NOTHING, List.of());
    ParsedPlan plan = new ParsedPlan(none, single, List.of(), List.of(), List.of(), List.of());
    List<String> all = new ArrayList<>(known);
    all.addAll(entries.keySet());
    return Resolution.of(plan, all).document().tasks().stream().map(TaskText::dependsOn).toList();
  }

  private static final dev.signalbox.importer.reading.Read<String> NOTHING =
      new dev.signalbox.importer.reading.Read<>(
          "",
          new dev.signalbox.importer.layout.Span(0, 0),
          new dev.signalbox.importer.Place(0, 1, 1));
}
