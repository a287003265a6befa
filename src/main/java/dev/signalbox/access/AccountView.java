package dev.signalbox.access;

import java.time.Instant;

/** An account as administrators see it; never with its password. */
public record AccountView(
    String username,
    String displayName,
    boolean enabled,
    boolean mustChangePassword,
    boolean systemAdministrator,
    Instant createdAt,
    long version) {}
