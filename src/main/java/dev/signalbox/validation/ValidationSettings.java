package dev.signalbox.validation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of timers and dispatch.
 *
 * @param timers whether this node works off due tasks; a node without only stores them
 * @param pollingInterval how often due tasks are looked for (a nudge after commit comes first)
 * @param threads that work off due tasks
 * @param reaperInterval how often deadlines are looked at; part of the promised detection bound
 * @param cronInterval how often planned instants are looked at
 * @param allowedNetworks CIDR blocks that targets may be in; checked on resolved addresses
 * @param connectTimeout for a call to a target
 * @param callTimeout for a whole call to a target, answer included
 * @param reportGrace how long an attempt's own report may follow after its target was seen to have
 *     ended it; then the target's word alone counts
 * @param callsPerHost calls to one host at a time; half of all threads at most call at all
 */
@Validated
@ConfigurationProperties("signalbox.validation")
public record ValidationSettings(
    @DefaultValue("true") boolean timers,
    @DefaultValue("1s") Duration pollingInterval,
    @DefaultValue("10") @Min(2) @Max(100) int threads,
    @DefaultValue("15s") Duration reaperInterval,
    @DefaultValue("5s") Duration cronInterval,
    @DefaultValue({"127.0.0.0/8", "::1/128"}) @NotEmpty List<String> allowedNetworks,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("15s") Duration callTimeout,
    @DefaultValue("30s") Duration reportGrace,
    @DefaultValue("4") @Min(1) @Max(100) int callsPerHost) {

  /** Refuses intervals that are not positive. */
  public ValidationSettings {
    positive("polling-interval", pollingInterval);
    positive("reaper-interval", reaperInterval);
    positive("cron-interval", cronInterval);
    positive("connect-timeout", connectTimeout);
    positive("call-timeout", callTimeout);
    positive("report-grace", reportGrace);
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "signalbox.validation." + name + " is longer than nothing");
    }
  }
}
