package dev.signalbox.graph;

import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Task;
import java.util.Map;

/**
 * What is other in a supposed plan, by place in the snapshot's lists; nothing is added or removed.
 *
 * @param tasks as they would be
 * @param externals as they would be
 * @param sprints whether anything is other about a sprint
 */
public record PlanChange(
    Map<Integer, Task> tasks, Map<Integer, External> externals, boolean sprints) {}
