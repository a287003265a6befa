package dev.signalbox.running;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts signed results, each delivery with an id of its own, over a pool of open attempts: the
 * first result of an attempt counts, the others are stored and settled as repeats.
 */
final class DeliveryLoad {

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicLong sequence = new AtomicLong();
  private final int port;
  private final SignedSender sender;
  private final List<String> attempts;

  DeliveryLoad(int port, SignedSender sender, List<String> attempts) {
    this.port = port;
    this.sender = sender;
    this.attempts = attempts;
  }

  /** What came out; only answers with 2xx count as accepted. */
  record Figures(int accepted, int refused, Duration span, double p50, double p99, double worst) {

    double perSecond() {
      return accepted / (span.toNanos() / 1e9);
    }

    @Override
    public String toString() {
      return "%.0f accepted/s, p50 %.1f ms, p99 %.1f ms, worst %.0f ms, not accepted %d"
          .formatted(perSecond(), p50, p99, worst, refused);
    }
  }

  /** So many callers, each sending the next when the last is answered: finds the saturation. */
  Figures closed(int callers, Duration span) {
    var seen = new Seen();
    var end = System.nanoTime() + span.toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var caller = 0; caller < callers; caller++) {
        threads.execute(
            () -> {
              while (System.nanoTime() < end) {
                send(System.nanoTime(), seen);
              }
            });
      }
    }
    return seen.figures(span);
  }

  /** A fixed rate whatever the answers take; latency counts from the planned instant. */
  Figures open(int perSecond, Duration span) {
    var seen = new Seen();
    var begin = System.nanoTime();
    var total = perSecond * span.toSeconds();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var call = 0L; call < total; call++) {
        var planned = begin + call * 1_000_000_000L / perSecond;
        for (var rest = planned - System.nanoTime(); rest > 0; rest = planned - System.nanoTime()) {
          LockSupport.parkNanos(rest);
        }
        threads.execute(() -> send(planned, seen));
      }
    }
    return seen.figures(span);
  }

  private void send(long planned, Seen seen) {
    var number = sequence.incrementAndGet();
    var attempt = attempts.get((int) (number % attempts.size()));
    var body = SignedSender.passed(attempt, number % attempts.size());
    try {
      var request = sender.request(port, "msg_load_" + number, body);
      var status = http.send(request, BodyHandlers.discarding()).statusCode();
      seen.add(System.nanoTime() - planned, status / 100 == 2);
    } catch (IOException e) {
      seen.add(System.nanoTime() - planned, false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Seen {
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    void add(long taken, boolean accepted) {
      if (accepted) {
        nanos.add(taken);
      } else {
        refused.incrementAndGet();
      }
    }

    Figures figures(Duration span) {
      var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
      return new Figures(
          sorted.length, refused.get(), span, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
      if (sorted.length == 0) {
        return Double.NaN;
      }
      var last = sorted.length - 1;
      return Arrays.stream(sorted, (int) (last * share), last + 1).findFirst().orElseThrow() / 1e6;
    }
  }
}
