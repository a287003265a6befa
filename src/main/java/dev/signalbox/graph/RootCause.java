package dev.signalbox.graph;

import dev.signalbox.plan.BlockerClass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a chain of held tasks begins.
 *
 * @param id stable within a plan version: {@code task:KEY}, {@code external:KEY}, {@code
 *     blocker:ID}, {@code unknown:KEY} or {@code cycle:SMALLEST-KEY}
 * @param key the task that carries it, or the external's or unknown key
 * @param blockerClass of a blocker; null for the other kinds
 * @param since null if unknown
 */
public record RootCause(
    String id,
    Kind kind,
    String key,
    String reason,
    @Nullable BlockerClass blockerClass,
    @Nullable LocalDate since) {

  /** What a chain can begin with. */
  public enum Kind {
    /** A holding blocker in words, on the task {@code key}. */
    BLOCKER,
    /** An external item that is not closed. */
    EXTERNAL,
    /** A dependency on a key that nothing in the project has. */
    UNKNOWN,
    /** A task declared BLOCKED with no stated reason that still holds. */
    UNSTATED,
    /** A cancelled task that something still depends on. */
    CANCELLED,
    /** Tasks that wait for each other in a circle. */
    CYCLE
  }
}
