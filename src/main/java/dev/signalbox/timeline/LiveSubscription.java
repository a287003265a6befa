package dev.signalbox.timeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One reader's place in the live stream of a project. Used by one thread; closed by anybody. A
 * reader that falls too far behind is closed and resumes from its last position.
 */
public final class LiveSubscription implements AutoCloseable {

  private final String project;
  private final LiveRows rows;
  private final BlockingQueue<Optional<LiveEvent>> queue;
  private final Consumer<LiveSubscription> onClose;
  private final Deque<LiveEvent> backlog = new ArrayDeque<>();
  private Position position;
  private boolean caughtUp;
  private volatile boolean open = true;
  private volatile boolean lagging;

  LiveSubscription(
      String project,
      Position position,
      LiveRows rows,
      int capacity,
      Consumer<LiveSubscription> onClose) {
    this.project = project;
    this.position = position;
    this.rows = rows;
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.onClose = onClose;
  }

  /** Where to resume after the last event that {@link #next} gave. */
  public Position position() {
    return position;
  }

  public boolean isOpen() {
    return open;
  }

  /** Waits for the next event; null if none came in time or the subscription was closed. */
  public @Nullable LiveEvent next(Duration atMost) throws InterruptedException {
    LiveEvent event = fromBacklog();
    if (event == null && open) {
      event = fromQueue(atMost.toNanos());
    }
    if (event != null) {
      position = event.position();
    }
    return event;
  }

  @Override
  public void close() {
    open = false;
    end();
    onClose.accept(this);
  }

  boolean wasLagging() {
    return lagging;
  }

  /** Called by the reader; never waits. */
  void offer(LiveEvent event) {
    if (open && event.project().equals(project) && !queue.offer(Optional.of(event))) {
      lagging = true;
      open = false;
    }
  }

  private @Nullable LiveEvent fromBacklog() {
    if (!caughtUp && backlog.isEmpty() && open) {
      backlog.addAll(rows.after(position, project).settled());
      caughtUp = backlog.isEmpty();
    }
    return open ? backlog.poll() : null;
  }

  private @Nullable LiveEvent fromQueue(long nanos) throws InterruptedException {
    Optional<LiveEvent> event = queue.poll(nanos, TimeUnit.NANOSECONDS);
    while (event != null && event.isPresent() && isOld(event.get())) {
      event = queue.poll(nanos, TimeUnit.NANOSECONDS);
    }
    return event == null ? null : event.orElse(null);
  }

  private boolean isOld(LiveEvent event) {
    return event.position().compareTo(position) <= 0;
  }

  @SuppressWarnings(
      "ReturnValueIgnored") // empty means the end; a full queue wakes the reader just as well
  private void end() {
    queue.offer(Optional.empty());
  }
}
