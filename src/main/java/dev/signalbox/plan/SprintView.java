package dev.signalbox.plan;

import java.util.List;
import java.util.Map;

/**
 * A sprint with its own lines and its tasks counted by declared state.
 *
 * @param dependsOn names of other sprints, as written
 * @param counts every state is there, at zero too
 */
public record SprintView(
    String key,
    String title,
    String section,
    String summary,
    List<String> dependsOn,
    Map<TaskState, Long> counts,
    long tasks,
    long version) {}
