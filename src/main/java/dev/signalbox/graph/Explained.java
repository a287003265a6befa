package dev.signalbox.graph;

import java.util.List;

/**
 * An explanation with what to do about it.
 *
 * @param rootCauses of the task, counted over the whole plan, or of the sprint, counted over its
 *     own tasks; what frees most stands first
 */
public record Explained(long planVersion, Explanation tree, List<RankedCause> rootCauses) {}
