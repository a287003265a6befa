package dev.signalbox.wire.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of repeatable POST requests.
 *
 * @param keep how long a key gets its first answer again
 * @param lease how long a claim without an answer blocks its key; its node is taken for dead then
 * @param maxBody largest request and answer that are remembered
 */
@ConfigurationProperties("signalbox.wire.idempotency")
record IdempotencySettings(
    @DefaultValue("24h") Duration keep,
    @DefaultValue("5m") Duration lease,
    @DefaultValue("1MB") DataSize maxBody) {

  IdempotencySettings {
    if (!keep.isPositive() || !lease.isPositive() || lease.compareTo(keep) >= 0) {
      throw new IllegalArgumentException(
          "signalbox.wire.idempotency: lease and keep are positive, and lease is the shorter");
    }
    if (maxBody.toBytes() < 1 || maxBody.toMegabytes() > 16) {
      throw new IllegalArgumentException(
          "signalbox.wire.idempotency.max-body lies between 1B and 16MB");
    }
  }
}
