package dev.signalbox.webhook.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Names the counter of calls to hooks. */
final class DeliveryMeter {

  private DeliveryMeter() {}

  static Counter counter(MeterRegistry meters, String result) {
    return Counter.builder("signalbox.webhook.deliveries")
        .description("calls to known hooks by what became of them")
        .tag("result", result)
        .register(meters);
  }
}
