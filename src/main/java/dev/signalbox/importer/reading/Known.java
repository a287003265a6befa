package dev.signalbox.importer.reading;

import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What is there beside the document itself: a reference to it is resolved.
 *
 * @param tasks keys of the plan's tasks and of all documents that were handed in together
 * @param sprints keys, titles and sections of sprints
 * @param externals items outside the plan that it knows already; they keep their names
 */
public record Known(
    Collection<String> tasks, Collection<String> sprints, List<PlanSnapshot.External> externals) {

  public Known {
    tasks = List.copyOf(tasks);
    sprints = List.copyOf(sprints);
    externals = List.copyOf(externals);
  }

  /** All that the plan has. */
  public static Known of(PlanSnapshot plan) {
    List<String> sprints = new ArrayList<>();
    for (PlanSnapshot.Sprint sprint : plan.sprints()) {
      sprints.addAll(List.of(sprint.key(), sprint.title(), sprint.section()));
    }
    return new Known(
        plan.tasks().stream().map(PlanSnapshot.Task::key).map(TaskKey::value).toList(),
        sprints,
        plan.externals());
  }

  /** The same with what other documents bring. */
  public Known and(Collection<ParsedPlan> documents) {
    List<String> allTasks = new ArrayList<>(tasks);
    List<String> allSprints = new ArrayList<>(sprints);
    for (ParsedPlan document : documents) {
      document.tasks().forEach(task -> allTasks.add(task.key().value().value()));
      ParsedPlan.Sprint sprint = document.sprint();
      allSprints.add(sprint.key().value());
      allSprints.add(sprint.title().value());
      allSprints.add(sprint.section().value());
    }
    return new Known(allTasks, allSprints.stream().filter(s -> !s.isBlank()).toList(), externals);
  }

  List<Artefacts.Artefact> artefacts() {
    return externals.stream()
        .filter(external -> external.kind() == ExternalKind.ARTEFACT)
        .map(external -> new Artefacts.Artefact(external.key(), external.owner()))
        .toList();
  }
}
