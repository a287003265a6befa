package dev.signalbox.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list, and how.
 *
 * @param states declared states; empty for all
 * @param owner exactly this owner, or null
 * @param sprint of this sprint, or null
 * @param words part of the key or the text, in any case of letters, or null
 * @param cursor from the page before, or null
 */
public record TaskQuery(
    Set<TaskState> states,
    @Nullable String owner,
    @Nullable SprintKey sprint,
    @Nullable String words,
    TaskSort sort,
    @Nullable String cursor,
    int limit) {}
