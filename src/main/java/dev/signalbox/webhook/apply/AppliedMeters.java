package dev.signalbox.webhook.apply;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts how deliveries end. */
@Component
class AppliedMeters {

  private final Map<Settled, Counter> counters = new EnumMap<>(Settled.class);

  AppliedMeters(MeterRegistry meters) {
    for (Settled state : Settled.values()) {
      counters.put(
          state,
          Counter.builder("signalbox.webhook.applied")
              .description("stored deliveries that were settled")
              .tag("result", state.name().toLowerCase(Locale.ROOT))
              .register(meters));
    }
  }

  void count(Settled state) {
    Counter counter = counters.get(state);
    if (counter != null) {
      counter.increment();
    }
  }
}
