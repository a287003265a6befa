package dev.signalbox.notify;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of notices.
 *
 * @param sweepEvery how often plans are looked for that changed without a look
 */
@Validated
@ConfigurationProperties("signalbox.notify")
public record NotifySettings(@DefaultValue("60s") Duration sweepEvery) {

  public NotifySettings {
    if (sweepEvery.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("signalbox.notify.sweep-every is at least 1s");
    }
  }
}
