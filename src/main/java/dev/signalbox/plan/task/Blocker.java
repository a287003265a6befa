package dev.signalbox.plan.task;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.Origin;
import dev.signalbox.plan.Standing;
import dev.signalbox.plan.change.Values;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a task is held; part of its task, resolved once and kept. */
@Entity
@Table(name = "blocker")
class Blocker {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String task;

  @Enumerated(EnumType.STRING)
  @Column(name = "class")
  private BlockerClass kind;

  private String reason;
  private @Nullable String awaits;
  private @Nullable LocalDate since;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  private Instant createdAt;
  private @Nullable Instant resolvedAt;
  private @Nullable String resolvedBy;
  private @Nullable String resolution;

  @Enumerated(EnumType.STRING)
  private Standing standing;

  private @Nullable Short sureness;
  private @Nullable Instant decidedAt;
  private @Nullable String decidedBy;
  private @Nullable Instant confirmedAt;

  @SuppressWarnings("NullAway.Init")
  protected Blocker() {}

  Blocker(
      String task,
      BlockerClass kind,
      String reason,
      @Nullable String awaits,
      @Nullable LocalDate since,
      Instant now) {
    if (task.equals(awaits)) {
      throw new IllegalArgumentException(task + " cannot await itself");
    }
    this.task = task;
    this.kind = kind;
    this.reason = reason;
    this.awaits = awaits;
    this.since = since;
    this.origin = Origin.HAND;
    this.createdAt = now;
    this.standing = Standing.STATED;
  }

  /** The same reason in another class or for another key, as somebody corrected it. */
  Blocker corrected(BlockerClass otherKind, @Nullable String otherAwaits, String by, Instant now) {
    Blocker blocker = new Blocker(task, otherKind, reason, otherAwaits, since, now);
    blocker.origin = origin;
    blocker.sureness = sureness;
    blocker.confirm(by, now);
    return blocker;
  }

  /** Whether it was read from prose, and a person may still say whether it is so. */
  boolean isRead() {
    return standing != Standing.STATED && holds();
  }

  boolean isConfirmed() {
    return standing == Standing.CONFIRMED;
  }

  boolean awaits(BlockerClass otherKind, @Nullable String otherAwaits) {
    return kind == otherKind && Objects.equals(awaits, otherAwaits);
  }

  void confirm(String by, Instant now) {
    standing = Standing.CONFIRMED;
    confirmedAt = now;
    decide(by, now);
  }

  void drop(String note, String by, Instant now) {
    standing = Standing.DROPPED;
    decide(by, now);
    resolve(note, by, now);
  }

  private void decide(String by, Instant now) {
    decidedAt = now;
    decidedBy = by;
  }

  boolean holds() {
    return resolvedAt == null;
  }

  boolean is(long number) {
    return id != null && id == number;
  }

  boolean says(BlockerClass otherKind, String otherReason) {
    return kind == otherKind && reason.equals(otherReason);
  }

  void resolve(String note, String by, Instant now) {
    resolvedAt = now;
    resolvedBy = by;
    resolution = note;
  }

  Map<String, Object> values() {
    return new Values()
        .put("class", kind)
        .put("reason", reason)
        .put("awaits", awaits)
        .put("since", since)
        .put("standing", standing == Standing.STATED ? null : standing)
        .put("sureness", sureness)
        .map();
  }

  @Override
  public String toString() {
    String end = resolvedBy == null ? "holds" : "resolved by " + resolvedBy + ": " + resolution;
    return "blocker of %s (%s, %s, %s by %s at %s, confirmed %s, made %s, %s)"
        .formatted(task, kind, origin, standing, decidedBy, decidedAt, confirmedAt, createdAt, end);
  }
}
