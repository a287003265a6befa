package dev.signalbox.plan;

import org.jspecify.annotations.Nullable;

/**
 * What a task waits for, or what waits for it.
 *
 * @param kind what the key is here and now
 * @param origin who said so; null in the past, which does not tell it
 * @param text of the task or external item; null if the key is unknown
 * @param state declared state of a task, {@code OPEN} or {@code CLOSED} of an external item, null
 *     if the key is unknown
 */
public record DependencyView(
    String key, Kind kind, @Nullable Origin origin, @Nullable String text, @Nullable String state) {

  /** What a key stands for. */
  public enum Kind {
    TASK,
    EXTERNAL,
    UNKNOWN
  }
}
