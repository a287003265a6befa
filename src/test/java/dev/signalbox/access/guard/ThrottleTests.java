package dev.signalbox.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThrottleTests {

  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final HandClock clock = new HandClock();
  private final Throttle throttle = new Throttle(clock, 3, WINDOW);

  @Test
  void pausesAtTheLimitAndNotBefore() {
    throttle.refused("a");
    throttle.refused("a");
    assertThat(throttle.pause("a")).isEmpty();
    throttle.refused("a");
    assertThat(throttle.pause("a")).contains(WINDOW);
    assertThat(throttle.pause("b")).isEmpty();
  }

  @Test
  void endsThePauseWithTheWindow() {
    for (int i = 0; i < 3; i++) {
      throttle.refused("a");
    }
    clock.now = clock.now.plus(WINDOW).minusMillis(1);
    assertThat(throttle.pause("a")).isPresent();
    clock.now = clock.now.plusMillis(1);
    assertThat(throttle.pause("a")).isEmpty();
    throttle.refused("a");
    assertThat(throttle.pause("a")).isEmpty();
  }

  @Test
  void forgetsTheOldestOfTooManySources() {
    for (int i = 0; i < 3; i++) {
      throttle.refused("first");
    }
    for (int i = 0; i < 10_000; i++) {
      throttle.refused("other " + i);
    }
    assertThat(throttle.pause("first")).isEmpty();
  }

  private static final class HandClock extends Clock {

    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
