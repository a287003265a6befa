package dev.signalbox.progress;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long tasks were blocked in a stretch of time. A task that two classes, parties or owners
 * share counts whole for each of them, so these do not add up to the total.
 *
 * @param looks at how many instants the plan was looked at
 * @param blocked of all tasks together
 * @param tasks the longest first
 * @param classes what held them: the class of a blocker in words, else the kind of the root cause
 * @param parties from whom it was awaited
 * @param owners who owns the blocked tasks
 */
public record BlockedTime(
    Instant from,
    Instant to,
    Resolution resolution,
    int looks,
    Duration blocked,
    long seconds,
    Some<TaskTime> tasks,
    Some<Share> classes,
    Some<Share> parties,
    Some<Share> owners) {

  /** How the time was found. */
  public enum Resolution {
    /** From every change. */
    EXACT,
    /** From one look a day, because the changes are too many. */
    DAILY
  }

  /**
   * The blocked time of one task.
   *
   * @param spells how often it was blocked
   * @param running whether it is blocked at the end
   * @param runningSince when the spell that still runs began, at the earliest {@code from}; else
   *     null
   */
  public record TaskTime(
      String task,
      String sprint,
      Duration blocked,
      long seconds,
      int spells,
      boolean running,
      @Nullable Instant runningSince) {}

  /**
   * The blocked time of one class, party or owner.
   *
   * @param name null where nobody knows
   * @param tasks how many of them
   * @param running whether one of them is blocked by it at the end
   */
  public record Share(
      @Nullable String name, int tasks, Duration blocked, long seconds, boolean running) {}
}
