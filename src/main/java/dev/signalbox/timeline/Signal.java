package dev.signalbox.timeline;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting thread; any number of calls before it wakes count as one. */
final class Signal {

  private final BlockingQueue<Boolean> raised = new ArrayBlockingQueue<>(1);

  @SuppressWarnings("ReturnValueIgnored") // full means that the signal is already up
  void raise() {
    raised.offer(true);
  }

  /** Waits until raised or until the time is over; says which. */
  boolean await(Duration atMost) throws InterruptedException {
    return raised.poll(atMost.toMillis(), TimeUnit.MILLISECONDS) != null;
  }

  /** Waits until raised, as long as it takes. */
  void await() throws InterruptedException {
    raised.take();
  }
}
