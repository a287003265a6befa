package dev.signalbox.progress.web;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads an instant of ISO 8601, or a date, which means the end of it in UTC. */
final class When {

  /** Beyond these, neither the database nor anybody's plan can tell. */
  private static final Instant FIRST = Instant.EPOCH;

  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  private When() {}

  static Instant read(String name, String text) {
    try {
      Instant instant =
          text.length() == "2026-01-01".length()
              ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(text).plusNanos(1);
      if (instant.isAfter(FIRST) && instant.isBefore(LAST)) {
        return instant.minusNanos(1);
      }
    } catch (DateTimeException _) {
      // refused below
    }
    throw new ProblemException(
        ProblemType.INVALID_REQUEST,
        name + " is an instant such as 2026-03-01T12:00:00Z or a date such as 2026-03-01.");
  }
}
