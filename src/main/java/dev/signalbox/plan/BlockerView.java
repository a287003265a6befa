package dev.signalbox.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A blocker of a task, holding or resolved.
 *
 * @param since null if unknown
 * @param ageDays whole days from {@code since} until it ended, or until today; null if unknown
 * @param sureness of the reader of the prose, in percent; null where a person said it
 * @param decidedAt when a person confirmed or dropped what was read; null while it is open
 * @param resolvedAt null while it holds
 */
public record BlockerView(
    long id,
    BlockerClass kind,
    String reason,
    @Nullable String awaits,
    @Nullable LocalDate since,
    @Nullable Long ageDays,
    Origin origin,
    Instant createdAt,
    Standing standing,
    @Nullable Integer sureness,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable Instant resolvedAt,
    @Nullable String resolvedBy,
    @Nullable String resolution) {

  /** Whole days of a blocker until it ended, or until today; null if its begin is unknown. */
  public static @Nullable Long age(@Nullable LocalDate since, LocalDate end) {
    return since == null ? null : Math.max(0, ChronoUnit.DAYS.between(since, end));
  }

  public boolean holds() {
    return resolvedAt == null;
  }
}
