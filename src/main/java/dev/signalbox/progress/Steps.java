package dev.signalbox.progress;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Even steps through time, such as {@code P1D}, {@code P1W} or {@code PT6H}; counted from the
 * beginning, so that months keep their day.
 */
public final class Steps {

  /** Most points of one answer. */
  public static final int MAX_POINTS = 400;

  /** From day to day. */
  public static final Steps DAILY = new Steps(Period::ofDays);

  private final IntFunction<TemporalAmount> times;

  private Steps(IntFunction<TemporalAmount> times) {
    this.times = times;
  }

  /** Reads an ISO 8601 period or duration longer than nothing. */
  public static Steps parse(String text) {
    try {
      return text.contains("T") ? of(Duration.parse(text)) : of(Period.parse(text));
    } catch (DateTimeException _) {
      throw refused("The step is a time such as P1D, P1W or PT6H.");
    }
  }

  private static Steps of(Duration each) {
    if (!each.isPositive()) {
      throw refused("The step is longer than nothing.");
    }
    return new Steps(each::multipliedBy);
  }

  private static Steps of(Period each) {
    if (each.isNegative() || each.isZero()) {
      throw refused("The step is longer than nothing.");
    }
    return new Steps(each::multipliedBy);
  }

  /** The beginning, each step up to the end, and the end itself. */
  List<Instant> between(Instant from, Instant to) {
    List<Instant> points = new ArrayList<>();
    OffsetDateTime begin = from.atOffset(ZoneOffset.UTC);
    OffsetDateTime end = to.atOffset(ZoneOffset.UTC);
    OffsetDateTime point = begin;
    while (point.isBefore(end)) {
      points.add(point.toInstant());
      if (points.size() >= MAX_POINTS) {
        throw new ProblemException(
            ProblemType.UNPROCESSABLE,
            "That makes more than " + MAX_POINTS + " points. Take a longer step or less time.");
      }
      point = step(begin, points.size(), end);
    }
    points.add(to);
    return List.copyOf(points);
  }

  private OffsetDateTime step(OffsetDateTime begin, int number, OffsetDateTime end) {
    try {
      return begin.plus(times.apply(number));
    } catch (DateTimeException | ArithmeticException _) {
      return end; // it leads beyond all time
    }
  }

  private static ProblemException refused(String words) {
    return new ProblemException(ProblemType.INVALID_REQUEST, words);
  }
}
