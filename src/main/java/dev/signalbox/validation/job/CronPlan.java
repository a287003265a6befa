package dev.signalbox.validation.job;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * The planned instants of a cron expression (five fields) in a time zone. The rule for changed
 * clocks: where the hour is fixed, a time that is missing moves on by the length of the gap, and a
 * time that comes twice counts once, the first time. Where the hour is {@code *} or a step of it,
 * the schedule means an interval, and every minute that passes counts.
 */
public final class CronPlan {

  private static final Duration LONGEST_SHIFT = Duration.ofHours(3);
  private static final int FIELDS = 5;

  private final CronExpression expression;
  private final ZoneRules rules;
  private final boolean interval;

  private CronPlan(CronExpression expression, ZoneRules rules, boolean interval) {
    this.expression = expression;
    this.rules = rules;
    this.interval = interval;
  }

  /** Reads both; throws {@link IllegalArgumentException} with words for the user. */
  public static CronPlan of(String cron, String zone) {
    String[] fields = cron.strip().split("\\s+", -1);
    if (fields.length != FIELDS || cron.length() > 120) {
      throw new IllegalArgumentException(
          "cron takes five fields: minute, hour, day of month, month, day of week");
    }
    try {
      CronExpression expression = CronExpression.parse("0 " + String.join(" ", fields));
      return new CronPlan(expression, ZoneId.of(zone).getRules(), fields[1].startsWith("*"));
    } catch (DateTimeException unknownZone) {
      throw new IllegalArgumentException("zone is no time zone: " + zone, unknownZone);
    }
  }

  /** The first planned instant after this one; empty if there is none (such as 30 February). */
  public Optional<Instant> after(Instant instant) {
    return Optional.ofNullable(interval ? nextOfInterval(instant) : nextOfClock(instant));
  }

  /** The last planned instant in (after, until]; empty if none is. */
  public Optional<Instant> lastWithin(Instant after, Instant until) {
    Instant from = after;
    Duration lookBack = Duration.ofMinutes(1);
    while (true) {
      Instant start = until.minus(lookBack);
      if (start.isBefore(after)) {
        start = from;
      }
      Optional<Instant> found = lastFrom(start, until);
      if (found.isPresent() || start.equals(from)) {
        return found;
      }
      lookBack = lookBack.multipliedBy(4);
    }
  }

  private Optional<Instant> lastFrom(Instant start, Instant until) {
    Optional<Instant> last = Optional.empty();
    Optional<Instant> next = after(start);
    while (next.isPresent() && !next.get().isAfter(until)) {
      last = next;
      next = after(next.get());
    }
    return last;
  }

  private @Nullable Instant nextOfClock(Instant instant) {
    LocalDateTime local = local(instant, rules.getOffset(instant)).minus(LONGEST_SHIFT);
    while (true) {
      local = expression.next(local);
      if (local == null) {
        return null;
      }
      Instant candidate = onTheClock(local);
      if (candidate.isAfter(instant)) {
        return candidate;
      }
    }
  }

  /** The earlier offset in an overlap; in a gap the offset before it, which moves the time on. */
  private Instant onTheClock(LocalDateTime local) {
    ZoneOffsetTransition change = rules.getTransition(local);
    return local.toInstant(change == null ? rules.getOffset(local) : change.getOffsetBefore());
  }

  private @Nullable Instant nextOfInterval(Instant instant) {
    Instant from = instant;
    while (true) {
      ZoneOffset offset = rules.getOffset(from);
      LocalDateTime next = expression.next(local(from, offset));
      if (next == null) {
        return null;
      }
      Instant candidate = next.toInstant(offset);
      ZoneOffsetTransition change = rules.nextTransition(from);
      if (change == null || candidate.isBefore(change.getInstant())) {
        return candidate;
      }
      LocalDateTime begins = local(change.getInstant(), change.getOffsetAfter()).minusNanos(1);
      LocalDateTime first = expression.next(begins);
      if (first == null) {
        return null;
      }
      Instant afterChange = first.toInstant(change.getOffsetAfter());
      ZoneOffsetTransition second = rules.nextTransition(change.getInstant());
      if (second == null || afterChange.isBefore(second.getInstant())) {
        return afterChange;
      }
      from = change.getInstant();
    }
  }

  private static LocalDateTime local(Instant instant, ZoneOffset offset) {
    return LocalDateTime.ofInstant(instant, offset);
  }
}
