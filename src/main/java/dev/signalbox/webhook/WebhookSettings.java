package dev.signalbox.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds on what reaches us before it is believed.
 *
 * @param maxBytes largest body of a delivery
 * @param bodyTimeout in which a body must have arrived whole
 * @param permits deliveries of one source that are under way at once; more get 429
 * @param writers connections that store deliveries
 * @param batch deliveries that one transaction stores at most
 */
@Validated
@ConfigurationProperties("signalbox.webhook")
public record WebhookSettings(
    @DefaultValue("1048576") @Min(1_024) @Max(26_214_400) int maxBytes,
    @DefaultValue("15s") @NotNull Duration bodyTimeout,
    @DefaultValue("256") @Min(1) @Max(10_000) int permits,
    @DefaultValue("2") @Min(1) @Max(8) int writers,
    @DefaultValue("64") @Min(1) @Max(500) int batch) {

  public WebhookSettings {
    if (bodyTimeout.isNegative() || bodyTimeout.isZero()) {
      throw new IllegalArgumentException("signalbox.webhook.body-timeout must be positive");
    }
  }
}
