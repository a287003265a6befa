package dev.signalbox.gate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of gates.
 *
 * @param reevaluateEvery how often gates are decided without a change, because evidence grows old
 */
@Validated
@ConfigurationProperties("signalbox.gate")
public record GateSettings(@DefaultValue("15s") Duration reevaluateEvery) {

  public GateSettings {
    if (reevaluateEvery.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("signalbox.gate.reevaluate-every is at least 1s");
    }
  }
}
