package dev.signalbox.importer.reading;

import dev.signalbox.plan.TaskState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in a document tasks stand.
 *
 * @param headings above them, outermost first
 * @param state that the nearest heading gives them all; its span is empty and lies in the heading,
 *     because no word beside the task says it
 */
record Group(List<String> headings, @Nullable Read<TaskState> state) {}
