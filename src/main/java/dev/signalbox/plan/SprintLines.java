package dev.signalbox.plan;

import java.util.List;

/**
 * The own lines of a sprint.
 *
 * @param dependsOn names of sprints that it waits for; they may not exist here
 */
public record SprintLines(String title, String section, String summary, List<String> dependsOn) {}
