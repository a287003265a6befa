package dev.signalbox.plan;

import java.util.List;

/** What the plan asks of whoever computes over it (the graph), before it accepts a change. */
public interface PlanLogic {

  /**
   * The way along dependencies from one key to another, both ends included; empty if there is none.
   */
  List<String> path(ProjectKey project, String from, String to);

  /** In words, what still holds the task directly; empty if it may be finished. */
  List<String> holds(ProjectKey project, TaskKey task);
}
