package dev.signalbox.graph;

import dev.signalbox.graph.rows.Rows;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.SprintEdge;
import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.ArrayList;
import java.util.List;

/** Says what is waited for no more, which an explanation shows beside what still holds. */
final class Satisfied {

  private final Links links;
  private final Nodes nodes;

  Satisfied(Links links) {
    this.links = links;
    this.nodes = links.nodes();
  }

  /** Done tasks and closed items that a task names. */
  List<Explanation> of(int task) {
    Rows declared = links.declared();
    List<Explanation> lines = new ArrayList<>();
    for (int at = declared.start[task]; at < declared.start[task + 1]; at++) {
      int to = declared.target[at];
      if (!nodes.isHolding(to)) {
        lines.add(nodes.isTask(to) ? done(nodes.task(to)) : closed(nodes.external(to)));
      }
    }
    return lines;
  }

  /** Earlier sprints that do not hold a sprint: done, waived, or not here at all. */
  List<Explanation> sprints(int sprint) {
    List<Explanation> lines = new ArrayList<>();
    if (sprint == Rows.NONE) {
      return lines;
    }
    SprintGates gates = nodes.gates();
    for (SprintEdge edge : gates.sprint(sprint).dependsOn()) {
      int earlier = edge.sprint() == null ? Rows.NONE : gates.find(edge.sprint());
      if (edge.waived()) {
        lines.add(Explanation.satisfied(edge.name(), "sprint", "waived: need not be waited for"));
      } else if (earlier == Rows.NONE) {
        lines.add(
            new Explanation(
                edge.name(), "sprint that is not here", Words.NOT_HERE, List.of(), false, false));
      } else if (gates.isDone(earlier)) {
        lines.add(Explanation.satisfied(edge.name(), "sprint", Words.sprint(gates, earlier)));
      }
    }
    return lines;
  }

  private static Explanation done(Task task) {
    String on = task.stateDate() == null ? "" : " on " + task.stateDate();
    return Explanation.satisfied(task.key().value(), "DONE", "done" + on);
  }

  private static Explanation closed(External item) {
    String by = item.closedBy() == null ? "" : " by " + item.closedBy();
    return Explanation.satisfied(item.key(), "external item", "closed" + by);
  }
}
