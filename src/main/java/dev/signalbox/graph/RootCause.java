package dev.signalbox.graph;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.ExternalKind;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a chain of held tasks begins.
 *
 * @param id stable within a plan version: {@code task:KEY}, {@code external:KEY}, {@code
 *     blocker:ID}, {@code unknown:KEY}, {@code sprint:KEY} or {@code cycle:SMALLEST-KEY}
 * @param key the task that carries it, or the external's, sprint's or unknown key
 * @param blockerClass of a blocker; null for the other kinds
 * @param since null if unknown
 * @param owner from whom an external item is awaited; null if unknown, and for the other kinds
 * @param externalKind of an external item; null for the other kinds
 * @param expectedOn when an external item is to be there; null if unknown
 * @param sureness of a blocker that is only proposed, in percent; null where a person said it
 */
public record RootCause(
    String id,
    Kind kind,
    String key,
    String reason,
    @Nullable BlockerClass blockerClass,
    @Nullable LocalDate since,
    @Nullable String owner,
    @Nullable ExternalKind externalKind,
    @Nullable LocalDate expectedOn,
    @Nullable Integer sureness) {

  /** What a chain can begin with. */
  public enum Kind {
    /** A holding blocker in words, on the task {@code key}. */
    BLOCKER,
    /** An external item that is not closed. */
    EXTERNAL,
    /** A dependency on a key that nothing in the project has. */
    UNKNOWN,
    /** A task declared BLOCKED, and nobody ever stated a reason. */
    UNSTATED,
    /** A cancelled task that something still depends on. */
    CANCELLED,
    /** Tasks that wait for each other in a circle. */
    CYCLE,
    /** A sprint that a later one waits for and that has no tasks yet. */
    SPRINT
  }

  /**
   * From whom people wait for it to go away: the owner of an item, or the owners of the task that
   * carries it; null where nobody knows.
   *
   * @param ownersOf the owners of a task, by its key
   */
  public @Nullable String awaitedFrom(Function<String, List<String>> ownersOf) {
    return switch (kind) {
      case EXTERNAL -> owner;
      case UNKNOWN -> null;
      case SPRINT -> "sprint " + key;
      case BLOCKER, UNSTATED, CANCELLED, CYCLE -> {
        String owners = String.join(", ", ownersOf.apply(key));
        yield owners.isEmpty() ? null : owners;
      }
    };
  }

  static RootCause of(Kind kind, String id, String key, String reason, @Nullable LocalDate since) {
    return new RootCause(id, kind, key, reason, null, since, null, null, null, null);
  }
}
