package dev.signalbox.dashboard.web;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the day of the past that a page is asked to show; today and later are the present. */
@Component
class PastDay {

  private static final int FIRST_YEAR = 1;

  private final Clock clock;

  PastDay(Clock clock) {
    this.clock = clock;
  }

  /** The end of a day in UTC. */
  record Past(LocalDate day, Instant instant) {}

  @Nullable Past read(@Nullable String asOf) {
    if (asOf == null || asOf.isBlank()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(asOf.strip());
      if (!day.isBefore(today())) {
        return null;
      }
      if (day.getYear() >= FIRST_YEAR) {
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
        return new Past(day, end);
      }
    } catch (DateTimeParseException _) {
      // Said below, as of a day that the database has no number for.
    }
    throw new ProblemException(
        ProblemType.INVALID_REQUEST, "As of is a day such as 2026-03-01, in UTC.");
  }

  static @Nullable Instant instant(@Nullable Past past) {
    return past == null ? null : past.instant();
  }

  /** The day that ages are counted by. */
  LocalDate day(@Nullable Past past) {
    return past == null ? today() : past.day();
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }
}
