package dev.signalbox.webhook.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DatabaseClockTests {

  private final AtomicLong database = new AtomicLong(1_000_000);
  private final AtomicLong nanos = new AtomicLong(77);
  private final AtomicInteger asked = new AtomicInteger();
  private final DatabaseClock clock =
      new DatabaseClock(
          () -> {
            asked.incrementAndGet();
            return database.get();
          },
          nanos::get);

  @Test
  void asksTheDatabaseOnceASecondAndCarriesOnInBetween() {
    assertThat(clock.millis()).isEqualTo(1_000_000);
    nanos.addAndGet(999_000_000);
    assertThat(clock.millis()).isEqualTo(1_000_999);
    assertThat(asked).hasValue(1);
  }

  @Test
  void followsTheDatabaseEvenBackwards() {
    clock.millis();
    database.set(5);
    nanos.addAndGet(1_100_000_000);
    assertThat(clock.millis()).isEqualTo(5);
    assertThat(asked).hasValue(2);
  }
}
