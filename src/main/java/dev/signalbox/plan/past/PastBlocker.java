package dev.signalbox.plan.past;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.BlockerView;
import dev.signalbox.plan.Origin;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A blocker with its whole life; rows of blockers are never deleted, so they tell it themselves.
 */
record PastBlocker(long taskId, BlockerView now, @Nullable Instant confirmedAt) {

  static PastBlocker of(ResultSet row) throws SQLException {
    BlockerView now =
        new BlockerView(
            row.getLong("id"),
            BlockerClass.valueOf(row.getString("class")),
            row.getString("reason"),
            row.getString("awaits"),
            row.getObject("since", LocalDate.class),
            null,
            Origin.valueOf(row.getString("origin")),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            Standing.valueOf(row.getString("standing")),
            row.getObject("sureness", Integer.class),
            PresentRows.instant(row, "decided_at"),
            row.getString("decided_by"),
            PresentRows.instant(row, "resolved_at"),
            row.getString("resolved_by"),
            row.getString("resolution"));
    return new PastBlocker(row.getLong("task_id"), now, PresentRows.instant(row, "confirmed_at"));
  }

  /** Whether somebody had said it by then. */
  boolean known(Instant at) {
    return !now.createdAt().isAfter(at);
  }

  boolean held(Instant at) {
    return known(at) && !isPast(now.resolvedAt(), at);
  }

  PlanSnapshot.Blocker tell(Instant at) {
    return new PlanSnapshot.Blocker(
        now.id(), now.kind(), now.reason(), now.awaits(), now.since(), stood(at), now.sureness());
  }

  /**
   * As a task showed it then.
   *
   * @param today the day that the age is counted to
   */
  BlockerView view(Instant at, LocalDate today) {
    boolean over = isPast(now.resolvedAt(), at);
    boolean decided = isPast(now.decidedAt(), at);
    Instant resolvedAt = over ? now.resolvedAt() : null;
    LocalDate end = resolvedAt == null ? today : LocalDate.ofInstant(resolvedAt, ZoneOffset.UTC);
    return new BlockerView(
        now.id(),
        now.kind(),
        now.reason(),
        now.awaits(),
        now.since(),
        BlockerView.age(now.since(), end),
        now.origin(),
        now.createdAt(),
        stood(at),
        now.sureness(),
        decided ? now.decidedAt() : isPast(confirmedAt, at) ? confirmedAt : null,
        decided ? now.decidedBy() : null,
        resolvedAt,
        over ? now.resolvedBy() : null,
        over ? now.resolution() : null);
  }

  Standing stood(Instant at) {
    if (now.standing() == Standing.STATED || isPast(now.decidedAt(), at)) {
      return now.standing();
    }
    return isPast(confirmedAt, at) ? Standing.CONFIRMED : Standing.PROPOSED;
  }

  private static boolean isPast(@Nullable Instant then, Instant at) {
    return then != null && !then.isAfter(at);
  }
}
