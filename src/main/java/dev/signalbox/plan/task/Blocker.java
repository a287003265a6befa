package dev.signalbox.plan.task;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.Origin;
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
        .map();
  }

  @Override
  public String toString() {
    String end = resolvedBy == null ? "holds" : "resolved by " + resolvedBy + ": " + resolution;
    return "blocker of %s (%s, %s, made %s, %s)".formatted(task, kind, origin, createdAt, end);
  }
}
