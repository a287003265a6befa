package dev.signalbox.graph;

import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import java.util.ArrayList;
import java.util.List;

/** Writes generated plans to the database, as documents of a thousand tasks each. */
public final class StoredPlans {

  private static final int PAGE = 1_000;

  private StoredPlans() {}

  /** Writes a plan to a project that is there. */
  public static void write(Plan plan, ProjectKey project, PlanSnapshot made) {
    for (int from = 0; from < made.tasks().size(); from += PAGE) {
      write(plan, project, made, from);
    }
  }

  private static void write(Plan plan, ProjectKey project, PlanSnapshot made, int from) {
    List<ExternalText> items = new ArrayList<>();
    for (External item : from == 0 ? made.externals() : List.<External>of()) {
      items.add(new ExternalText(item.key(), item.kind(), "Item", item.owner()));
    }
    List<TaskText> tasks =
        made.tasks().subList(from, Math.min(from + PAGE, made.tasks().size())).stream()
            .map(StoredPlans::text)
            .toList();
    var head = new SprintText("P" + from / PAGE, "Page", "", "", List.of());
    plan.apply(
        project, new PlanEdit(head, tasks, items, List.of(), List.of()), Actor.person("planner"));
  }

  private static TaskText text(Task task) {
    List<BlockerText> blockers =
        task.blockers().stream()
            .map(each -> new BlockerText(each.kind(), each.reason(), null, null, null))
            .toList();
    return new TaskText(
        task.key(), "Work", task.state(), null, List.of(), "", task.dependsOn(), blockers);
  }
}
