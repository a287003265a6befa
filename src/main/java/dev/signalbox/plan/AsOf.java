package dev.signalbox.plan;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads {@code ?asOf=}, in the one way that every view has: an instant of ISO 8601, or a date,
 * which means the end of it in UTC. Today is the present.
 */
@Component
public class AsOf {

  private static final int DATE_LENGTH = "2026-01-01".length();

  private final PlanPast past;
  private final Clock clock;

  AsOf(PlanPast past, Clock clock) {
    this.past = past;
    this.clock = clock;
  }

  /**
   * The instant that is asked for; null for the present.
   *
   * @throws ProblemException 400 for what is no instant, for one that is still to come, and for one
   *     before the past of this plan begins
   */
  public @Nullable Instant read(ProjectKey project, @Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : read(text.strip(), clock.instant(), () -> past.begin(project));
  }

  static @Nullable Instant read(String text, Instant now, Supplier<Optional<Instant>> begin) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Instant asked;
    try {
      if (text.length() == DATE_LENGTH && LocalDate.parse(text).equals(today)) {
        return null;
      }
      asked = text.length() == DATE_LENGTH ? end(LocalDate.parse(text)) : Instant.parse(text);
    } catch (DateTimeException _) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "asOf is an instant such as 2026-03-01T12:00:00Z or a date such as 2026-03-01.");
    }
    if (asked.isAfter(now)) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "asOf lies in the future: now is %s. Leave it out to see the present."
              .formatted(now.truncatedTo(ChronoUnit.SECONDS)));
    }
    Optional<Instant> first = begin.get();
    if (first.isPresent() && asked.isBefore(first.get())) {
      throw new ProblemException(
              ProblemType.INVALID_REQUEST,
              "asOf is too early: what is known of this plan begins at %s.".formatted(first.get()))
          .with("begin", first.get().toString());
    }
    return asked;
  }

  private static Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
  }
}
