package dev.signalbox.importer.merge;

import dev.signalbox.importer.merge.TaskMerge.Merged;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.SprintEdge;
import dev.signalbox.plan.TaskKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plan as it would be with a document in it, for the graph to judge. Pure. */
final class Future {

  private Future() {}

  static PlanSnapshot of(
      PlanSnapshot now,
      SprintText lines,
      List<Merged> merged,
      List<TaskKey> vanished,
      List<ExternalText> named) {
    Map<TaskKey, PlanSnapshot.Task> tasks = new LinkedHashMap<>();
    now.tasks().forEach(task -> tasks.put(task.key(), task));
    merged.forEach(one -> tasks.put(one.after().key(), one.after()));
    vanished.forEach(key -> tasks.computeIfPresent(key, (k, task) -> absent(task)));
    Map<String, PlanSnapshot.External> externals = new LinkedHashMap<>();
    now.externals().forEach(external -> externals.put(external.key(), external));
    for (ExternalText external : named) {
      externals.merge(
          external.key(),
          new PlanSnapshot.External(
              external.key(), external.kind(), external.text(), external.owner(), null, false),
          Future::said);
    }
    tasks.keySet().forEach(key -> externals.remove(key.value()));
    return new PlanSnapshot(
        now.project(),
        now.version(),
        sprints(now, lines),
        List.copyOf(tasks.values()),
        List.copyOf(externals.values()));
  }

  private static List<PlanSnapshot.Sprint> sprints(PlanSnapshot now, SprintText lines) {
    List<PlanSnapshot.Sprint> sprints = new ArrayList<>();
    Map<String, SprintEdge> edges = new HashMap<>();
    boolean archived = false;
    for (PlanSnapshot.Sprint sprint : now.sprints()) {
      if (sprint.key().equals(lines.key())) {
        sprint.dependsOn().forEach(edge -> edges.put(edge.name(), edge));
        archived = sprint.archived();
      } else {
        sprints.add(sprint);
      }
    }
    List<SprintEdge> dependsOn =
        lines.dependsOn().stream()
            .map(name -> edges.getOrDefault(name, new SprintEdge(name, null, false)))
            .toList();
    sprints.add(
        new PlanSnapshot.Sprint(lines.key(), lines.title(), lines.section(), archived, dependsOn));
    return List.copyOf(sprints);
  }

  /** A document neither closes an item nor says when it is expected. */
  private static PlanSnapshot.External said(
      PlanSnapshot.External here, PlanSnapshot.External document) {
    return new PlanSnapshot.External(
        here.key(),
        document.kind(),
        document.text(),
        document.owner(),
        here.expectedOn(),
        here.closed(),
        here.closedBy());
  }

  private static PlanSnapshot.Task absent(PlanSnapshot.Task task) {
    return new PlanSnapshot.Task(
        task.key(),
        task.text(),
        task.sprint(),
        task.state(),
        task.stateDate(),
        task.owners(),
        task.dependsOn(),
        task.blockers(),
        true,
        task.version());
  }
}
