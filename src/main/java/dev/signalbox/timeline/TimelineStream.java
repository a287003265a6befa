package dev.signalbox.timeline;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The live stream: entries in the order of their transactions, none skipped, however late it
 * commits; at least once. Ends all streams before the web server begins to stop.
 */
@Component
public class TimelineStream implements SmartLifecycle {

  private final LiveRows rows;
  private final LiveReader reader;
  private final Notices notices;
  private final TimelineSettings settings;
  private final Set<LiveSubscription> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger places = new AtomicInteger();
  private final Counter accepted;
  private final Counter refused;
  private final Counter dropped;
  private volatile boolean running;

  TimelineStream(
      LiveRows rows,
      LiveReader reader,
      Notices notices,
      TimelineSettings settings,
      MeterRegistry meters) {
    this.rows = rows;
    this.reader = reader;
    this.notices = notices;
    this.settings = settings;
    this.accepted = meters.counter("signalbox.timeline.streams", "result", "accepted");
    this.refused = meters.counter("signalbox.timeline.streams", "result", "refused");
    this.dropped = meters.counter("signalbox.timeline.streams", "result", "dropped");
    meters.gauge("signalbox.timeline.streams.open", places);
  }

  /** The position behind which everything is still to come; a page carries it to miss nothing. */
  public Position now() {
    return rows.now();
  }

  /**
   * Follows a project from a position, or from now.
   *
   * @throws ProblemException 503 beyond the limit of streams, or while stopping
   */
  public LiveSubscription subscribe(String project, @Nullable Position after) {
    if (places.incrementAndGet() > settings.maxStreams() || !running) {
      places.decrementAndGet();
      refused.increment();
      throw new ProblemException(
          ProblemType.UNAVAILABLE, "This node has as many live streams as it takes; try again.");
    }
    try {
      LiveSubscription subscription = open(project, after);
      accepted.increment();
      return subscription;
    } catch (RuntimeException e) {
      places.decrementAndGet();
      throw e;
    }
  }

  private LiveSubscription open(String project, @Nullable Position after) {
    Position now = rows.now();
    Position start = after == null || after.compareTo(now) > 0 ? now : after;
    var subscription = new LiveSubscription(project, start, rows, settings.queue(), this::closed);
    reader.add(subscription);
    open.add(subscription);
    notices.listenWhileNeeded();
    if (!running) {
      subscription.close();
    }
    return subscription;
  }

  private void closed(LiveSubscription subscription) {
    if (open.remove(subscription)) {
      places.decrementAndGet();
      reader.remove(subscription);
      if (subscription.wasLagging()) {
        dropped.increment();
      }
    }
  }

  @Override
  public void start() {
    running = true;
    reader.start();
    notices.start();
  }

  @Override
  public void stop() {
    running = false;
    open.forEach(LiveSubscription::close);
    try {
      notices.stop();
      reader.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
