package dev.signalbox.importer.merge;

import dev.signalbox.importer.Consent;
import dev.signalbox.importer.ImportReport.Conflict;
import dev.signalbox.importer.ImportReport.Difference;
import dev.signalbox.importer.Place;
import dev.signalbox.importer.merge.TaskMerge.Merged;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole document merged into the plan as it stands. Pure but for the past that it asks. */
final class PlanMerge {

  private final PlanEdit document;
  private final @Nullable PlanEdit base;
  private final PlanSnapshot now;
  private final Past past;
  private final Consent consent;
  private final Map<TaskKey, Place> places;
  private final Unread unread;
  private final String sprint;

  /**
   * A merge.
   *
   * @param document by the plan's keys
   * @param places of the tasks in the document
   * @param unread what stands in the document but could not be read
   */
  PlanMerge(
      PlanEdit document,
      @Nullable PlanEdit base,
      PlanSnapshot now,
      Past past,
      Consent consent,
      Map<TaskKey, Place> places,
      Unread unread) {
    this.document = document;
    this.base = base;
    this.now = now;
    this.past = past;
    this.consent = consent;
    this.places = places;
    this.unread = unread;
    this.sprint = document.sprint().key();
  }

  /**
   * The result.
   *
   * @param edit what goes to the plan
   * @param tasks of the edit, in its order
   * @param sprint what differs of the sprint's own lines
   * @param future the plan as it would be
   * @param unread what the last document said of tasks whose rows could not be read in this one
   * @param changes whether the plan would be another one
   */
  record Result(
      PlanEdit edit,
      List<Merged> tasks,
      List<Difference> sprint,
      List<Conflict> conflicts,
      PlanSnapshot future,
      List<TaskText> unread,
      boolean changes) {}

  /**
   * Merges.
   *
   * @param elsewhere keys of tasks that other documents, handed in together with this one, name
   */
  Result merge(Set<String> elsewhere) {
    Map<TaskKey, PlanSnapshot.Task> here = new LinkedHashMap<>();
    now.tasks().forEach(task -> here.put(task.key(), task));
    Map<TaskKey, TaskText> before = before(here);
    Map<TaskKey, String> sources = sources(before, comers(here).keySet());
    Fields own = new Fields("@" + sprint, new Place(0, 1, 1), consent);
    SprintText baseLines = base == null ? null : base.sprint();
    SprintText lines = SprintMerge.of(baseLines, document.sprint(), past.lines(sprint), own);
    List<Conflict> conflicts = new ArrayList<>(own.conflicts());
    List<Merged> merged = new ArrayList<>();
    for (TaskText task : document.tasks()) {
      TaskKey key = task.key();
      Fields fields =
          new Fields(key.value(), places.getOrDefault(key, new Place(0, 1, 1)), consent);
      Merged one =
          new TaskMerge(before.get(key), task, here.get(key), sources.get(key), fields)
              .merge(sprint);
      merged.add(one);
      conflicts.addAll(one.conflicts());
    }
    List<TaskKey> vanished = vanished(here, elsewhere);
    List<ExternalText> externals = ExternalMerge.of(base, document, now);
    PlanEdit edit =
        new PlanEdit(
            lines,
            merged.stream().map(Merged::edit).toList(),
            externals,
            document.log(),
            document.risks(),
            vanished);
    boolean changes =
        base == null
            || !vanished.isEmpty()
            || !own.differences().stream().allMatch(Difference::conflict)
            || merged.stream().anyMatch(one -> one.isNew() || one.isChanged())
            || !isSaidAlready(base);
    PlanSnapshot future = Future.of(now, lines, merged, vanished, externals);
    return new Result(
        edit,
        List.copyOf(merged),
        own.differences(),
        List.copyOf(conflicts),
        future,
        unnamed().filter(this::isUnread).toList(),
        changes);
  }

  /** What was said last of each task; by an older document where the last did not name it. */
  private Map<TaskKey, TaskText> before(Map<TaskKey, PlanSnapshot.Task> here) {
    Map<TaskKey, TaskText> before = new LinkedHashMap<>();
    if (base != null) {
      base.tasks().forEach(task -> before.put(task.key(), task));
      Set<TaskKey> back =
          document.tasks().stream()
              .map(TaskText::key)
              .filter(key -> here.containsKey(key) && !before.containsKey(key))
              .collect(Collectors.toCollection(LinkedHashSet::new));
      if (!back.isEmpty()) {
        before.putAll(past.earlier(sprint, back));
      }
    }
    comers(here).forEach((home, keys) -> past.earlier(home, keys).forEach(before::putIfAbsent));
    return before;
  }

  /** Tasks that come from other sprints, by these. */
  private Map<String, Set<TaskKey>> comers(Map<TaskKey, PlanSnapshot.Task> here) {
    Map<String, Set<TaskKey>> comers = new LinkedHashMap<>();
    for (TaskText task : document.tasks()) {
      PlanSnapshot.Task there = here.get(task.key());
      if (there != null && !there.sprint().equals(sprint)) {
        comers.computeIfAbsent(there.sprint(), s -> new LinkedHashSet<>()).add(task.key());
      }
    }
    return comers;
  }

  private Map<TaskKey, String> sources(Map<TaskKey, TaskText> before, Set<String> homes) {
    boolean differ =
        document.tasks().stream()
            .anyMatch(
                task -> {
                  TaskText old = before.get(task.key());
                  return old != null && !old.source().equals(task.source());
                });
    Map<TaskKey, String> sources = new HashMap<>();
    if (differ) {
      homes.forEach(home -> sources.putAll(past.sources(home)));
      sources.putAll(past.sources(sprint));
    }
    return sources;
  }

  private List<TaskKey> vanished(Map<TaskKey, PlanSnapshot.Task> here, Set<String> elsewhere) {
    return unnamed()
        .filter(task -> !isUnread(task) && !elsewhere.contains(task.key().value()))
        .map(TaskText::key)
        .filter(
            key -> {
              PlanSnapshot.Task task = here.get(key);
              return task != null && task.sprint().equals(sprint) && !task.absent();
            })
        .toList();
  }

  /** Tasks of the last document that this one was not read to name. */
  private Stream<TaskText> unnamed() {
    if (base == null) {
      return Stream.empty();
    }
    Set<TaskKey> named = document.tasks().stream().map(TaskText::key).collect(Collectors.toSet());
    return base.tasks().stream().filter(task -> !named.contains(task.key()));
  }

  private boolean isUnread(TaskText task) {
    return unread.names(sprint, task);
  }

  /** Whether the order, the log, the risks and the externals are those of the last document. */
  private boolean isSaidAlready(PlanEdit last) {
    return last.log().equals(document.log())
        && last.risks().equals(document.risks())
        && Set.copyOf(last.externals()).equals(Set.copyOf(document.externals()))
        && keys(last).equals(keys(document));
  }

  private static List<TaskKey> keys(PlanEdit edit) {
    return edit.tasks().stream().map(TaskText::key).toList();
  }
}
