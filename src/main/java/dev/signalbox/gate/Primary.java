package dev.signalbox.gate;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions read the primary: a standby may not know of evidence that is already there. */
@Component
class Primary {

  private final JdbcClient jdbc;

  Primary(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What time it is where evidence and decisions are kept, in microseconds. */
  Instant now() {
    return jdbc.sql("select clock_timestamp()").query(Timestamp.class).single().toInstant();
  }

  /** Throws a 503 unless this transaction runs on the primary. */
  void require() {
    if (jdbc.sql("select pg_is_in_recovery()").query(Boolean.class).single()) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE,
          "This node reads a standby of the database at the moment. Gates are decided on the"
              + " primary only; try again.");
    }
  }
}
