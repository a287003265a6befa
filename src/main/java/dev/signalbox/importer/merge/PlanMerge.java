package dev.signalbox.importer.merge;

import dev.signalbox.importer.merge.TaskMerge.Merged;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A whole document merged into the plan as it stands. Pure. */
final class PlanMerge {

  private PlanMerge() {}

  /**
   * The result.
   *
   * @param edit what goes to the plan
   * @param future the plan as it would be
   * @param vanished keys that the last document had and this one has not
   */
  record Result(
      PlanEdit edit,
      List<Merged> tasks,
      PlanSnapshot future,
      List<String> vanished,
      boolean changes) {}

  static Result of(@Nullable PlanEdit base, PlanEdit document, PlanSnapshot now) {
    Map<TaskKey, TaskText> before = new LinkedHashMap<>();
    if (base != null) {
      base.tasks().forEach(task -> before.put(task.key(), task));
    }
    Map<TaskKey, PlanSnapshot.Task> here = new LinkedHashMap<>();
    now.tasks().forEach(task -> here.put(task.key(), task));
    Map<TaskKey, PlanSnapshot.Task> future = new LinkedHashMap<>(here);
    List<Merged> merged = new ArrayList<>();
    for (TaskText task : document.tasks()) {
      Merged one =
          new TaskMerge(before.get(task.key()), task, here.get(task.key()))
              .merge(document.sprint().key());
      merged.add(one);
      future.put(task.key(), one.after());
    }
    Set<TaskKey> named = document.tasks().stream().map(TaskText::key).collect(Collectors.toSet());
    List<String> vanished =
        before.keySet().stream()
            .filter(key -> !named.contains(key) && here.containsKey(key))
            .map(TaskKey::value)
            .toList();
    PlanEdit edit =
        new PlanEdit(
            document.sprint(),
            merged.stream().map(Merged::edit).toList(),
            document.externals(),
            document.log(),
            document.risks());
    boolean changes =
        !document.equals(base)
            || merged.stream().anyMatch(one -> one.isNew() || !one.differences().isEmpty());
    return new Result(
        edit, List.copyOf(merged), future(now, future, document.externals()), vanished, changes);
  }

  private static PlanSnapshot future(
      PlanSnapshot now, Map<TaskKey, PlanSnapshot.Task> tasks, List<ExternalText> named) {
    Map<String, PlanSnapshot.External> externals = new LinkedHashMap<>();
    now.externals().forEach(external -> externals.put(external.key(), external));
    for (ExternalText external : named) {
      externals.putIfAbsent(
          external.key(),
          new PlanSnapshot.External(
              external.key(), external.kind(), external.text(), external.owner(), null, false));
    }
    return new PlanSnapshot(
        now.project(),
        now.version(),
        now.sprints(),
        List.copyOf(tasks.values()),
        List.copyOf(externals.values()));
  }
}
