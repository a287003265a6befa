package dev.signalbox.dashboard.web;

import dev.signalbox.plan.AsOf;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Reads the day of the past that a page is asked to show, and tells the page: {@code past} is the
 * day or null, {@code at} is what a link takes behind it to stay on that day, {@code today} the
 * last day that can be asked for.
 */
@Component
class PastDay {

  private final AsOf asOf;
  private final Clock clock;

  PastDay(AsOf asOf, Clock clock) {
    this.asOf = asOf;
    this.clock = clock;
  }

  /** The end of a day in UTC. */
  record Past(LocalDate day, Instant instant) {}

  /**
   * The day that is asked for; null for the present, which is today.
   *
   * @throws ProblemException 400 for what is no day, one to come, or one before the plan was known
   */
  @Nullable Past read(ProjectKey project, @Nullable String text, Model model) {
    Past past = text == null || text.isBlank() ? null : past(project, text.strip());
    model.addAttribute("past", past == null ? null : past.day().toString());
    model.addAttribute("at", past == null ? "" : "?asOf=" + past.day());
    model.addAttribute("andAt", past == null ? "" : "&asOf=" + past.day());
    model.addAttribute("today", today());
    return past;
  }

  private @Nullable Past past(ProjectKey project, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      Instant end = asOf.read(project, day.toString());
      return end == null ? null : new Past(day, end);
    } catch (DateTimeParseException _) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "As of is a day such as 2026-03-01, in UTC.");
    }
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
