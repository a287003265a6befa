package dev.signalbox.plan;

import java.util.List;

/**
 * A task that somebody adds by hand; it begins as TODO, behind the others of its sprint.
 *
 * @param source where it comes from; empty if unknown
 */
public record NewTask(
    TaskKey key,
    SprintKey sprint,
    String text,
    List<String> owners,
    String source,
    List<TargetKey> dependsOn) {}
