package dev.signalbox;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assertions;

/** Waits for something to become true, bounded, and says what did not. */
public final class Await {

  private static final Duration STEP = Duration.ofMillis(20);

  private Await() {}

  /** Polls until {@code condition} is true; an exception counts as not yet. */
  public static void until(Duration patience, Callable<Boolean> condition) {
    var deadline = System.nanoTime() + patience.toNanos();
    Throwable last = null;
    do {
      try {
        if (condition.call()) {
          return;
        }
        last = null;
      } catch (Exception | AssertionError e) {
        last = e;
      }
      LockSupport.parkNanos(STEP.toNanos());
    } while (System.nanoTime() < deadline);
    Assertions.fail("not true within " + patience, last);
  }

  /** Polls until {@code assertions} pass. */
  public static void untilAsserted(Duration patience, Runnable assertions) {
    until(
        patience,
        () -> {
          assertions.run();
          return true;
        });
  }
}
