package dev.signalbox.validation.run;

import java.time.Duration;
import java.util.UUID;

/** How long to wait before trying again: doubling, capped, spread by the attempt's random id. */
public final class RetryPolicy {

  private static final Duration CAP = Duration.ofHours(1);
  private static final Duration CALL_BASE = Duration.ofSeconds(2);
  private static final Duration CALL_CAP = Duration.ofMinutes(5);

  private RetryPolicy() {}

  /** Before the attempt with the given number begins. */
  public static Duration beforeAttempt(int number, Duration base, UUID id) {
    Duration cap = base.compareTo(CAP) > 0 ? base : CAP;
    return spread(doubled(base, number - 2, cap), id, number);
  }

  /** Before the same dispatch is called again, after {@code calls} calls that did not arrive. */
  public static Duration beforeCall(int calls, UUID id) {
    return spread(doubled(CALL_BASE, calls - 1, CALL_CAP), id, calls);
  }

  private static Duration doubled(Duration base, int times, Duration cap) {
    Duration delay = base.multipliedBy(1L << Math.clamp(times, 0, 16));
    return delay.compareTo(cap) > 0 ? cap : delay;
  }

  /** Plus or minus a fifth, so that what failed together does not come back together. */
  private static Duration spread(Duration delay, UUID id, int salt) {
    long bits = (id.getLeastSignificantBits() ^ (salt * 0x9E3779B97F4A7C15L)) >>> 48;
    double factor = 0.8 + 0.4 * (bits / 65536.0);
    return Duration.ofMillis(Math.round(delay.toMillis() * factor));
  }
}
