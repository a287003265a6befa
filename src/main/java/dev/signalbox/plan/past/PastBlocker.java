package dev.signalbox.plan.past;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.Standing;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A blocker with its whole life; rows of blockers are never deleted, so they tell it themselves.
 */
record PastBlocker(
    long taskId,
    long id,
    BlockerClass kind,
    String reason,
    @Nullable String awaits,
    @Nullable LocalDate since,
    @Nullable Integer sureness,
    Standing standing,
    Instant createdAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant resolvedAt) {

  boolean held(Instant at) {
    return !createdAt.isAfter(at) && (resolvedAt == null || resolvedAt.isAfter(at));
  }

  PlanSnapshot.Blocker tell(Instant at) {
    return new PlanSnapshot.Blocker(id, kind, reason, awaits, since, stood(at), sureness);
  }

  private Standing stood(Instant at) {
    if (standing == Standing.STATED) {
      return Standing.STATED;
    }
    boolean confirmed = confirmedAt != null && !confirmedAt.isAfter(at);
    return confirmed ? Standing.CONFIRMED : Standing.PROPOSED;
  }
}
