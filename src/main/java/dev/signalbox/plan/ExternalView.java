package dev.signalbox.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something outside the plan.
 *
 * @param evidence by which it was closed; null while it is open
 * @param dependents how many tasks wait for its key
 * @param isTask whether a task has the same key by now; then the task counts, and this no more
 */
public record ExternalView(
    String key,
    String text,
    @Nullable String owner,
    @Nullable LocalDate expectedOn,
    boolean closed,
    @Nullable String evidence,
    @Nullable Instant closedAt,
    @Nullable String closedBy,
    long dependents,
    boolean isTask,
    long version) {}
