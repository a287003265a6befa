package dev.signalbox.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something outside the plan.
 *
 * @param evidence by which it was closed; null while it is open
 * @param closedBy who verified the evidence
 * @param revokedAt when the last evidence was taken back; null once it is closed again
 * @param dependents how many tasks wait for its key, by a dependency or a blocker that holds
 * @param isTask whether a task has the same key by now; then the task counts, and this no more
 */
public record ExternalView(
    String key,
    ExternalKind kind,
    String text,
    @Nullable String owner,
    @Nullable LocalDate expectedOn,
    boolean closed,
    @Nullable StatedEvidence evidence,
    @Nullable Instant closedAt,
    @Nullable String closedBy,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy,
    @Nullable String revocation,
    long dependents,
    boolean isTask,
    long version) {}
