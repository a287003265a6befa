package dev.signalbox.webhook.inbox;

import dev.signalbox.webhook.signature.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Counts what was turned away, for administrators. Anyone can cause refusals, so at most one row a
 * source, reason and hour is written, and at most once a second.
 */
@Component
public class Refusals {

  private static final Logger log = LoggerFactory.getLogger(Refusals.class);
  private static final long PAUSE_NANOS = 1_000_000_000L;

  private static final String ADD =
      """
      insert into refusal (source, reason, hour, count, last_at)
      values (?, ?, date_trunc('hour', clock_timestamp(), 'UTC'), ?, clock_timestamp())
      on conflict (source, reason, hour)
      do update set count = refusal.count + excluded.count, last_at = excluded.last_at
      """;

  private final JdbcClient sql;
  private final Map<Refusal, Counter> counters = new EnumMap<>(Refusal.class);
  private final Map<Key, Pending> pending = new ConcurrentHashMap<>();

  Refusals(JdbcClient sql, MeterRegistry meters) {
    this.sql = sql;
    for (Refusal refusal : Refusal.values()) {
      counters.put(refusal, DeliveryMeter.counter(meters, refusal.name().toLowerCase(Locale.ROOT)));
    }
  }

  void note(String source, Refusal refusal) {
    Counter counter = counters.get(refusal);
    if (counter != null) {
      counter.increment();
    }
    Key key = new Key(source, refusal);
    Pending waiting = pending.computeIfAbsent(key, ignored -> new Pending());
    waiting.count.incrementAndGet();
    long now = System.nanoTime();
    long due = waiting.due.get();
    if (now - due >= 0 && waiting.due.compareAndSet(due, now + PAUSE_NANOS)) {
      log.warn("security: hook {} refused a delivery: {}", source, refusal);
      write(key, waiting);
    }
  }

  /** Writes what this node still holds back. */
  public void flush(String source) {
    pending.forEach(
        (key, waiting) -> {
          if (key.source.equals(source)) {
            write(key, waiting);
          }
        });
  }

  private void write(Key key, Pending waiting) {
    long count = waiting.count.getAndSet(0);
    if (count == 0) {
      return;
    }
    try {
      sql.sql(ADD).params(key.source, key.refusal.name(), count).update();
    } catch (DataAccessException | TransactionException e) {
      waiting.count.addAndGet(count);
      log.warn("Refusals of hook {} could not be written yet: {}", key.source, e.getMessage());
    }
  }

  private record Key(String source, Refusal refusal) {}

  private static final class Pending {
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong due = new AtomicLong(System.nanoTime());
  }
}
