package dev.signalbox.validation.run;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many attempts wait for their dispatch, counted when somebody scrapes. */
@Component
class QueueGauge {

  private final JdbcClient sql;

  QueueGauge(JdbcClient sql, MeterRegistry meters) {
    this.sql = sql;
    Gauge.builder("signalbox.validation.queue", this, QueueGauge::waiting)
        .description("attempts that wait for their dispatch")
        .register(meters);
  }

  private double waiting() {
    return sql.sql("select count(*) from attempt where state = 'PENDING'")
        .query(Long.class)
        .single();
  }
}
