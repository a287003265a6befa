package dev.signalbox.timeline;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one reader of this node: woken by commits and notices, it reads what settled since and hands
 * it to every subscription. Reads nothing while nobody listens.
 */
@Component
class LiveReader {

  private static final Logger log = LoggerFactory.getLogger(LiveReader.class);
  private static final Duration FIRST_RETRY = Duration.ofMillis(5);
  private static final Duration LAST_RETRY = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final LiveRows rows;
  private final Duration poll;
  private final Signal signal = new Signal();
  private final Collection<LiveSubscription> subscriptions = new CopyOnWriteArrayList<>();
  private final ReentrantLock headLock = new ReentrantLock();
  private @Nullable Position head;
  private volatile boolean running;
  private @Nullable Thread thread;

  LiveReader(LiveRows rows, TimelineSettings settings) {
    this.rows = rows;
    this.poll = settings.poll();
  }

  void start() {
    running = true;
    thread = Thread.ofVirtual().name("timeline-reader").start(this::run);
  }

  void stop() throws InterruptedException {
    running = false;
    wake();
    if (thread != null) {
      thread.join(PATIENCE);
    }
  }

  void wake() {
    signal.raise();
  }

  boolean hasListeners() {
    return !subscriptions.isEmpty();
  }

  /**
   * From when this returns, the subscription is handed everything that settles later; what settled
   * before, it reads itself.
   */
  void add(LiveSubscription subscription) {
    headLock.lock();
    try {
      if (head == null) {
        head = rows.now();
      }
      subscriptions.add(subscription);
    } finally {
      headLock.unlock();
    }
    wake();
  }

  void remove(LiveSubscription subscription) {
    headLock.lock();
    try {
      subscriptions.remove(subscription);
      if (subscriptions.isEmpty()) {
        head = null;
      }
    } finally {
      headLock.unlock();
    }
  }

  private void run() {
    Duration retry = FIRST_RETRY;
    boolean unsettled = false;
    while (running) {
      try {
        if (!hasListeners()) {
          signal.await();
        } else if (signal.await(unsettled ? retry : poll) || !unsettled) {
          retry = FIRST_RETRY;
        } else {
          Duration longer = retry.multipliedBy(2);
          retry = longer.compareTo(LAST_RETRY) < 0 ? longer : LAST_RETRY;
        }
        unsettled = running && readAll();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("The live stream cannot read the timeline; trying again in {}", poll, e);
        unsettled = false;
      }
    }
  }

  /** Reads until nothing settled is left; says whether something waits to settle. */
  private boolean readAll() {
    headLock.lock();
    try {
      while (head != null) {
        LiveRows.Read read = rows.after(head);
        for (LiveEvent event : read.settled()) {
          subscriptions.forEach(subscription -> subscription.offer(event));
          head = event.position();
        }
        if (read.unsettled() || read.settled().size() < LiveRows.BATCH) {
          return read.unsettled();
        }
      }
      return false;
    } finally {
      headLock.unlock();
    }
  }
}
