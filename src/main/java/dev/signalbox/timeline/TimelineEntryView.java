package dev.signalbox.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the history.
 *
 * @param before values before the change as JSON-like maps and lists, or null
 * @param after values after it, or null
 * @param requestId of the HTTP request that made the change, or null
 */
public record TimelineEntryView(
    long id,
    @Nullable String project,
    Instant at,
    Actor actor,
    String action,
    String objectType,
    String objectKey,
    @Nullable Object before,
    @Nullable Object after,
    @Nullable String requestId) {}
