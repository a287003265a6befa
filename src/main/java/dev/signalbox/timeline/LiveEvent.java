package dev.signalbox.timeline;

import java.time.Instant;

/**
 * One entry as the live stream carries it: enough to know what to read again.
 *
 * @param position where to resume after this event
 * @param objectType names the event
 */
public record LiveEvent(
    Position position,
    String project,
    Instant at,
    Actor actor,
    String action,
    String objectType,
    String objectKey) {}
