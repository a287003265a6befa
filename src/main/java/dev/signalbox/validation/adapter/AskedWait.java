package dev.signalbox.validation.adapter;

import dev.signalbox.validation.adapter.Reply.Answered;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The wait that a target asks for, capped at a day: {@code Retry-After} (RFC 9110, 10.2.3: seconds
 * or a date), or the reset of a used-up rate limit, which GitHub and Gitea write {@code
 * X-RateLimit-Reset} and GitLab {@code RateLimit-Reset}, in seconds of the Unix epoch.
 */
final class AskedWait {

  private static final Duration CAP = Duration.ofHours(24);
  private static final List<String> PREFIXES = List.of("X-RateLimit-", "RateLimit-");

  private AskedWait() {}

  /** Empty if the answer asks for none. */
  static Optional<Duration> of(Answered answer, Instant now) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .map(value -> parse(value.strip(), now))
        .or(() -> untilReset(answer.headers(), now));
  }

  /** Whether the call was turned away for there being too many, and not for what it is. */
  static boolean isLimited(Answered answer, Instant now) {
    return answer.status() == 429 || (answer.status() == 403 && of(answer, now).isPresent());
  }

  private static Optional<Duration> untilReset(HttpHeaders headers, Instant now) {
    return PREFIXES.stream()
        .filter(prefix -> headers.firstValue(prefix + "Remaining").orElse("").equals("0"))
        .flatMap(prefix -> headers.firstValue(prefix + "Reset").stream())
        .filter(reset -> reset.matches("\\d{1,12}"))
        .map(reset -> capped(Duration.between(now, Instant.ofEpochSecond(Long.parseLong(reset)))))
        .findFirst();
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
