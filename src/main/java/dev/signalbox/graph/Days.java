package dev.signalbox.graph;

import dev.signalbox.graph.rows.Rows;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The latest expected day among all that holds each component, in one pass: a root cause without a
 * day makes the day of all that it holds unknown.
 */
final class Days {

  static final long NOTHING = Long.MIN_VALUE;
  static final long UNKNOWN = Long.MAX_VALUE;

  private Days() {}

  static long[] of(Passes passes) {
    Rows edges = passes.components().edges;
    long[] days = new long[passes.components().count()];
    for (int component = 0; component < days.length; component++) {
      int cause = passes.causes().of[component];
      long day = cause < 0 ? NOTHING : own(passes.causes().all.get(cause));
      for (int at = edges.start[component]; at < edges.start[component + 1]; at++) {
        day = Math.max(day, days[edges.target[at]]);
      }
      days[component] = day;
    }
    return days;
  }

  static long own(RootCause cause) {
    LocalDate day = cause.kind() == RootCause.Kind.EXTERNAL ? cause.expectedOn() : null;
    return day == null ? UNKNOWN : day.toEpochDay();
  }

  /** The day that a task in this state shows; only what is blocked waits for a day. */
  static @Nullable LocalDate shown(DerivedState state, long day) {
    return state == DerivedState.BLOCKED && day != UNKNOWN && day != NOTHING
        ? LocalDate.ofEpochDay(day)
        : null;
  }
}
