package dev.signalbox.graph;

import dev.signalbox.plan.PlanLogic;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskKey;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Answers the plan's questions before a change; the plan knows only its own port. */
@Component
class GraphLogic implements PlanLogic {

  private final ObjectProvider<Graphs> graphs;

  GraphLogic(ObjectProvider<Graphs> graphs) {
    this.graphs = graphs;
  }

  @Override
  public List<String> path(ProjectKey project, String from, String to) {
    return graphs.getObject().of(project).path(from, to);
  }

  @Override
  public List<String> holds(ProjectKey project, TaskKey task) {
    return graphs.getObject().of(project).holds(task);
  }
}
