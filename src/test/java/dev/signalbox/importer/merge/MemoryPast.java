package dev.signalbox.importer.merge;

import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.TaskKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A past that tests tell. */
final class MemoryPast implements Past {

  private final Map<String, List<Last>> documents = new LinkedHashMap<>();
  private final Map<String, Set<String>> paths = new LinkedHashMap<>();
  final Map<String, SprintText> lines = new HashMap<>();
  final Map<TaskKey, String> sources = new HashMap<>();

  /** A document was applied, and nobody changed anything since. */
  void said(PlanEdit said, String dialect) {
    add(said, dialect, "no digest");
  }

  /** That draft was applied. */
  void applied(Draft draft) {
    add(draft.said(), draft.reading().dialect(), Digests.of(draft.files()));
    lines.put(draft.sprint(), draft.edit().sprint());
    draft.edit().tasks().forEach(task -> sources.put(task.key(), task.source()));
    paths.put(draft.sprint(), Set.of(draft.files().getFirst().path()));
  }

  private void add(PlanEdit said, String dialect, String digest) {
    String sprint = said.sprint().key();
    documents
        .computeIfAbsent(sprint, s -> new ArrayList<>())
        .addFirst(new Last(digest, dialect, said));
    lines.put(sprint, said.sprint());
    paths.put(sprint, Set.of());
    said.tasks().forEach(task -> sources.put(task.key(), task.source()));
  }

  @Override
  public @Nullable Last last(String sprint) {
    List<Last> all = documents.getOrDefault(sprint, List.of());
    return all.isEmpty() ? null : all.getFirst();
  }

  @Override
  public Map<String, Set<String>> paths() {
    return paths;
  }

  @Override
  public Map<TaskKey, TaskText> earlier(String sprint, Set<TaskKey> tasks) {
    Map<TaskKey, TaskText> found = new HashMap<>();
    for (Last last : documents.getOrDefault(sprint, List.of())) {
      last.said().tasks().stream()
          .filter(task -> tasks.contains(task.key()))
          .forEach(task -> found.putIfAbsent(task.key(), task));
    }
    return found;
  }

  @Override
  public @Nullable SprintText lines(String sprint) {
    return lines.get(sprint);
  }

  @Override
  public Map<TaskKey, String> sources(String sprint) {
    return sources;
  }
}
