package dev.signalbox.importer.merge;

import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.SprintKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskLine;
import dev.signalbox.plan.TaskQuery;
import dev.signalbox.plan.TaskSort;
import dev.signalbox.wire.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A project's past as it is kept: in the applied documents, and in the plan's own book. */
public final class StoredPast implements Past {

  /** So far back is looked for what was said of a task that is in the document again. */
  private static final int DOCUMENTS = 20;

  private static final int PAGE = 200;

  private final ProjectKey project;
  private final AppliedDocuments documents;
  private final PlanBook book;
  private final Map<String, Optional<Last>> lasts = new HashMap<>();

  public StoredPast(ProjectKey project, AppliedDocuments documents, PlanBook book) {
    this.project = project;
    this.documents = documents;
    this.book = book;
  }

  @Override
  public @Nullable Last last(String sprint) {
    return lasts.computeIfAbsent(sprint, key -> documents.last(project, key)).orElse(null);
  }

  @Override
  public Map<String, Set<String>> paths() {
    return documents.paths(project);
  }

  @Override
  public Map<TaskKey, TaskText> earlier(String sprint, Set<TaskKey> tasks) {
    Map<TaskKey, TaskText> found = new HashMap<>();
    for (Last document : documents.said(project, sprint, DOCUMENTS)) {
      document.said().tasks().stream()
          .filter(task -> tasks.contains(task.key()))
          .forEach(task -> found.putIfAbsent(task.key(), task));
    }
    return found;
  }

  @Override
  public @Nullable SprintText lines(String sprint) {
    return key(sprint)
        .flatMap(key -> book.sprint(project, null, key))
        .map(
            view ->
                new SprintText(
                    view.key(), view.title(), view.section(), view.summary(), view.dependsOn()))
        .orElse(null);
  }

  @Override
  public Map<TaskKey, String> sources(String sprint) {
    Map<TaskKey, String> sources = new HashMap<>();
    SprintKey key = key(sprint).orElse(null);
    @Nullable String cursor = null;
    do {
      TaskQuery query = new TaskQuery(Set.of(), null, key, null, TaskSort.PLAN, cursor, PAGE);
      Page<TaskLine> page = book.tasks(project, null, query);
      page.items().forEach(line -> sources.put(new TaskKey(line.key()), line.source()));
      cursor = page.next();
    } while (cursor != null);
    return sources;
  }

  private static Optional<SprintKey> key(String sprint) {
    try {
      return Optional.of(new SprintKey(sprint));
    } catch (IllegalArgumentException cannotBeHere) {
      return Optional.empty();
    }
  }
}
