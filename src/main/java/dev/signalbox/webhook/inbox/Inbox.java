package dev.signalbox.webhook.inbox;

import dev.signalbox.webhook.WebhookSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

/**
 * Group commit: requests wait in a bounded line, few writers store whatever stands in it in one
 * transaction, and each request is answered only once its batch has committed. An idle inbox stores
 * at once; a busy one shares each commit among many.
 */
@Component
class Inbox implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);
  private static final int LINE = 2_048;
  static final int LINE_BYTES = 64 * 1024 * 1024;
  private static final long BATCH_BYTES = 4L * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long IDLE_MILLIS = 200;

  private final DeliveryRows rows;
  private final WebhookSettings settings;
  private final Duration patience;
  private final Semaphore bytes = new Semaphore(LINE_BYTES);
  private final BlockingQueue<Waiting> line = new ArrayBlockingQueue<>(LINE);
  private final List<Thread> writers = new ArrayList<>();
  private volatile boolean running;

  @Autowired
  Inbox(DeliveryRows rows, WebhookSettings settings) {
    this(rows, settings, PATIENCE);
  }

  Inbox(DeliveryRows rows, WebhookSettings settings, Duration patience) {
    this.rows = rows;
    this.settings = settings;
    this.patience = patience;
  }

  /** Stores the delivery durably before it returns; empty if the line is full. */
  Optional<Stored> store(NewDelivery delivery) {
    int size = delivery.body().length;
    if (!running || !bytes.tryAcquire(size)) {
      return Optional.empty();
    }
    try {
      Waiting waiting = new Waiting(delivery, new CompletableFuture<>());
      return line.offer(waiting) ? Optional.of(await(waiting)) : Optional.empty();
    } finally {
      bytes.release(size);
    }
  }

  private Stored await(Waiting waiting) {
    try {
      return waiting.answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw new QueryTimeoutException("the inbox was not written in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueryTimeoutException("interrupted before the inbox was written", e);
    } finally {
      if (waiting.answer.cancel(false)) {
        line.remove(waiting);
      }
    }
  }

  private void write() {
    List<Waiting> batch = new ArrayList<>();
    while (running || !line.isEmpty()) {
      try {
        Waiting first = line.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null && !first.answer.isDone()) {
          batch.add(first);
          fill(batch);
          settle(batch);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } finally {
        batch.clear();
      }
    }
  }

  private void fill(List<Waiting> batch) {
    long size = batch.getFirst().delivery.body().length;
    while (batch.size() < settings.batch() && size < BATCH_BYTES) {
      Waiting next = line.poll();
      if (next == null) {
        return;
      }
      if (!next.answer.isDone()) {
        batch.add(next);
        size += next.delivery.body().length;
      }
    }
  }

  /** Catches whatever comes, since a writer that ended would leave the line to nobody. */
  private void settle(List<Waiting> batch) {
    try {
      List<Stored> stored = rows.store(batch.stream().map(Waiting::delivery).toList());
      for (int at = 0; at < batch.size(); at++) {
        batch.get(at).answer.complete(stored.get(at));
      }
    } catch (RuntimeException | Error e) {
      if (batch.size() == 1) {
        batch.getFirst().answer.completeExceptionally(e);
      } else {
        log.warn("A batch of {} deliveries failed; trying them one by one", batch.size());
        batch.forEach(waiting -> settle(List.of(waiting)));
      }
    }
  }

  @Override
  public void start() {
    running = true;
    for (int at = 1; at <= settings.writers(); at++) {
      writers.add(Thread.ofPlatform().daemon().name("webhook-inbox-" + at).start(this::write));
    }
  }

  /** Runs after the web server has finished its requests, since it starts before it. */
  @Override
  public void stop() {
    running = false;
    for (Thread writer : writers) {
      try {
        writer.join(patience);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    writers.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }

  private record Waiting(NewDelivery delivery, CompletableFuture<Stored> answer) {}
}
