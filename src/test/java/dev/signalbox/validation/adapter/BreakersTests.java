package dev.signalbox.validation.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BreakersTests {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final Breakers breakers = new Breakers(now::get);

  @Test
  void opensAfterFailuresInARowOnly() {
    fail(Breakers.FAILURES - 1);
    breakers.succeeded("ci:80");
    fail(Breakers.FAILURES - 1);
    assertThat(breakers.refusal("ci:80")).isNull();
    fail(1);
    assertThat(breakers.refusal("ci:80")).isEqualTo(Breakers.PAUSE);
    assertThat(breakers.refusal("other:80")).isNull();
  }

  @Test
  void letsOneTryAfterThePauseAndAllAfterItsSuccess() {
    fail(Breakers.FAILURES);
    now.updateAndGet(then -> then.plus(Breakers.PAUSE));
    assertThat(breakers.refusal("ci:80")).isNull();
    assertThat(breakers.refusal("ci:80")).isPositive();
    breakers.succeeded("ci:80");
    assertThat(breakers.refusal("ci:80")).isNull();
    assertThat(breakers.refusal("ci:80")).isNull();
  }

  @Test
  void staysOpenWhereTheTryFails() {
    fail(Breakers.FAILURES);
    now.updateAndGet(then -> then.plus(Breakers.PAUSE));
    assertThat(breakers.refusal("ci:80")).isNull();
    fail(1);
    assertThat(breakers.refusal("ci:80")).isEqualTo(Breakers.PAUSE);
  }

  @Test
  void forgetsATryThatNeverSaysWhatCameOfIt() {
    fail(Breakers.FAILURES);
    now.updateAndGet(then -> then.plus(Breakers.PAUSE));
    assertThat(breakers.refusal("ci:80")).isNull();
    now.updateAndGet(then -> then.plus(Breakers.PAUSE).plus(Duration.ofSeconds(1)));
    assertThat(breakers.refusal("ci:80")).isNull();
  }

  private void fail(int times) {
    for (int time = 0; time < times; time++) {
      breakers.failed("ci:80");
    }
  }
}
