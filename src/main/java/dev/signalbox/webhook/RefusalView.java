package dev.signalbox.webhook;

import java.time.Instant;

/**
 * How often calls were turned away for one reason within an hour.
 *
 * @param hint what to look at
 */
public record RefusalView(String reason, String hint, Instant hour, long count, Instant lastAt) {}
