package dev.signalbox.importer.writing;

import dev.signalbox.plan.PlanSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What the plan holds of documents that are written back.
 *
 * @param tasks by the key that the document has for them
 * @param more tasks of the sprint that no document has, in the order in which they shall be added
 * @param known keys of all tasks of the project, by which references are understood
 */
public record Held(
    Map<String, PlanSnapshot.Task> tasks,
    List<PlanSnapshot.Task> more,
    Collection<String> known) {}
