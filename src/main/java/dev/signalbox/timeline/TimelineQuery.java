package dev.signalbox.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to read; every part that is null does not restrict.
 *
 * @param project only this project's entries; null reads all of the house
 * @param objectKey only with an object type
 * @param action the whole action or its beginning, such as {@code task.}
 * @param from inclusive
 * @param until exclusive
 */
public record TimelineQuery(
    @Nullable String project,
    @Nullable String objectType,
    @Nullable String objectKey,
    @Nullable String actor,
    @Nullable String action,
    @Nullable Instant from,
    @Nullable Instant until) {

  /** Everything of a project. */
  public static TimelineQuery ofProject(String project) {
    return new TimelineQuery(project, null, null, null, null, null, null);
  }

  /** The history of one object. */
  public static TimelineQuery ofObject(String project, String objectType, String objectKey) {
    return new TimelineQuery(project, objectType, objectKey, null, null, null, null);
  }
}
