package dev.signalbox.validation.run;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database's clock: deadlines are set and compared with it, so node clocks never matter. */
@Component
public class DatabaseTime {

  private final JdbcClient sql;

  DatabaseTime(JdbcClient sql) {
    this.sql = sql;
  }

  public Instant now() {
    return sql.sql("select clock_timestamp()").query(Timestamp.class).single().toInstant();
  }
}
