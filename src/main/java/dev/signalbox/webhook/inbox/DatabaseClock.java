package dev.signalbox.webhook.inbox;

import java.sql.Timestamp;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's clock without asking for each delivery: read once a second, and carried on by the
 * monotonic clock of this machine in between.
 */
@Component
class DatabaseClock {

  private static final long VALID_NANOS = 1_000_000_000L;

  private final LongSupplier databaseMillis;
  private final LongSupplier nanos;
  private final AtomicReference<@Nullable Reading> last = new AtomicReference<>();

  @Autowired
  DatabaseClock(JdbcClient sql) {
    this(
        () -> sql.sql("select clock_timestamp()").query(Timestamp.class).single().getTime(),
        System::nanoTime);
  }

  DatabaseClock(LongSupplier databaseMillis, LongSupplier nanos) {
    this.databaseMillis = databaseMillis;
    this.nanos = nanos;
  }

  /** Milliseconds since 1970 by the database. */
  long millis() {
    Reading reading = last.get();
    long now = nanos.getAsLong();
    if (reading == null || now - reading.nanos > VALID_NANOS) {
      reading = new Reading(databaseMillis.getAsLong(), nanos.getAsLong());
      last.set(reading);
    }
    return reading.millis + Math.max(0, now - reading.nanos) / 1_000_000;
  }

  private record Reading(long millis, long nanos) {}
}
