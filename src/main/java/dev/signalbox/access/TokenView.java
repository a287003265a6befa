package dev.signalbox.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token as lists show it; never with its secret.
 *
 * @param id public part of the token, which finds it
 * @param lastUsedAt to the minute; null if never
 */
public record TokenView(
    String id,
    String name,
    Set<String> scopes,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {}
