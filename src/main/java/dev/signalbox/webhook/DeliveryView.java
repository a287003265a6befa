package dev.signalbox.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery without its body.
 *
 * @param state RECEIVED, APPLIED, IGNORED, REFUSED_CONTENT or DEAD
 * @param verdict why, in words; null until it is settled
 */
public record DeliveryView(
    long id,
    String source,
    String deliveryId,
    String contentType,
    int bytes,
    Instant receivedAt,
    String state,
    @Nullable String verdict,
    int attempts,
    @Nullable Instant settledAt) {}
