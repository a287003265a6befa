package dev.signalbox.gate;

import org.jspecify.annotations.Nullable;

/**
 * One input that is not what it was.
 *
 * @param input such as {@code task DEVOPS-1} or {@code job smoke}
 * @param before null if it was not there
 * @param after null if it is gone
 */
public record Change(String input, @Nullable String before, @Nullable String after) {}
