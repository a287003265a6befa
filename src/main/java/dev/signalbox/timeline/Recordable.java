package dev.signalbox.timeline;

import org.jspecify.annotations.Nullable;

/**
 * One change that goes on the timeline.
 *
 * @param project key of the project, or null for what belongs to none (accounts, sign-ins)
 * @param action past tense with the object first, such as {@code task.finished}, {@code run.passed}
 * @param objectType such as {@code task}, {@code run}, {@code gate}; also the name of the live
 *     event
 * @param objectKey what the users call the object, such as a task key
 * @param before values before the change (serialised to JSON as they are), or null if it is new
 * @param after values after the change, or null if it is gone; never holds a secret
 */
public record Recordable(
    @Nullable String project,
    Actor actor,
    String action,
    String objectType,
    String objectKey,
    @Nullable Object before,
    @Nullable Object after) {}
