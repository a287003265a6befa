package dev.signalbox.importer;

import java.time.Instant;

/** One applied document in a list. */
public record ImportView(
    long id,
    String sprint,
    String name,
    String digest,
    int bytes,
    Instant appliedAt,
    String actor) {}
