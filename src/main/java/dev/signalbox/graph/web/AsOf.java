package dev.signalbox.graph.web;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads {@code ?asOf=}: an instant of ISO 8601, or a date, which means the end of it in UTC. */
final class AsOf {

  private AsOf() {}

  static @Nullable Instant read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return text.length() == "2026-01-01".length()
          ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1)
          : Instant.parse(text);
    } catch (DateTimeException _) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "asOf is an instant such as 2026-03-01T12:00:00Z or a date such as 2026-03-01.");
    }
  }
}
