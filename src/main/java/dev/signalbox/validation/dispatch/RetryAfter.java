package dev.signalbox.validation.dispatch;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The wait a receiver asks for (RFC 9110, 10.2.3): seconds or a date, capped at a day. */
final class RetryAfter {

  private static final Duration CAP = Duration.ofHours(24);

  private RetryAfter() {}

  static @Nullable Duration of(HttpResponse<?> response, Clock clock) {
    return response
        .headers()
        .firstValue("Retry-After")
        .map(value -> parse(value.strip(), clock.instant()))
        .orElse(null);
  }

  static @Nullable Duration parse(String value, Instant now) {
    if (value.matches("\\d+")) {
      return value.length() > 6 ? CAP : capped(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      return capped(
          Duration.between(now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)));
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static Duration capped(Duration asked) {
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(CAP) > 0 ? CAP : asked;
  }
}
