package dev.signalbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.ExternalDesk;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.PlanVerdict;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.StatedEvidence;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.timeline.Actor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings a made-up plan into the house the way documents and people do, as one sprint. */
@Component
class PlanWriter {

  private static final Actor ACTOR = Actor.person("planner");

  private final Plan plan;
  private final ExternalDesk externals;

  PlanWriter(Plan plan, ExternalDesk externals) {
    this.plan = plan;
    this.externals = externals;
  }

  /**
   * Writes plans that have nothing to do with each other into one sprint: their keys get a name in
   * front. A task that waits for itself is not let in by the plan.
   */
  void write(ProjectKey project, String sprint, List<PlanSnapshot> made) {
    List<TaskText> tasks = new ArrayList<>();
    List<ExternalText> items = new ArrayList<>();
    for (int number = 0; number < made.size(); number++) {
      String name = sprint + "-" + number;
      made.get(number).tasks().forEach(task -> tasks.add(text(name, task)));
      for (External item : made.get(number).externals()) {
        items.add(new ExternalText(key(name, item.key()), item.kind(), item.text(), item.owner()));
      }
    }
    var head = new SprintText(sprint, "Sprint " + sprint, "", "", List.of());
    plan.apply(project, new PlanEdit(head, tasks, items, List.of(), List.of()), ACTOR);
    for (int number = 0; number < made.size(); number++) {
      String name = sprint + "-" + number;
      made.get(number).externals().stream()
          .filter(External::closed)
          .forEach(item -> close(project, new TargetKey(key(name, item.key()))));
    }
  }

  private void close(ProjectKey project, TargetKey item) {
    assertThat(externals.close(project, item, 0, StatedEvidence.statement("seen by all"), ACTOR))
        .isInstanceOf(PlanVerdict.Changed.class);
  }

  private static TaskText text(String name, Task task) {
    String self = key(name, task.key().value());
    return new TaskText(
        new TaskKey(self),
        task.text(),
        task.state(),
        task.stateDate(),
        List.of("Guild"),
        "",
        task.dependsOn().stream()
            .map(other -> key(name, other))
            .filter(other -> !other.equals(self))
            .distinct()
            .toList(),
        task.blockers().stream()
            .map(
                b ->
                    new BlockerText(
                        b.kind(), b.reason(), awaits(name, b.awaits()), b.since(), null))
            .filter(blocker -> !self.equals(blocker.awaits()))
            .distinct()
            .toList());
  }

  private static @Nullable String awaits(String name, @Nullable String key) {
    return key == null ? null : key(name, key);
  }

  private static String key(String name, String key) {
    return name + "-" + key;
  }
}
