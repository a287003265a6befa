package dev.signalbox.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people and machines get in.
 *
 * @param bootstrapPassword first password of {@code admin}; without it one is made up and printed
 * @param masterKey 32 bytes in base64 that seal readable secrets; needed with an own database
 * @param sessionIdle a session ends after so long without a request
 * @param sessionMax a session ends after so long in any case
 * @param signInFailures refused sign-ins of one name from one address before it has to wait
 * @param signInPause how long it has to wait then
 */
@ConfigurationProperties("signalbox.access")
public record AccessSettings(
    @Nullable String bootstrapPassword,
    @Nullable String masterKey,
    @DefaultValue("30m") Duration sessionIdle,
    @DefaultValue("12h") Duration sessionMax,
    @DefaultValue("5") int signInFailures,
    @DefaultValue("15m") Duration signInPause) {

  public AccessSettings {
    if (bootstrapPassword != null && bootstrapPassword.isBlank()) {
      bootstrapPassword = null;
    }
    if (masterKey != null && masterKey.isBlank()) {
      masterKey = null;
    }
    if (!sessionIdle.isPositive() || sessionMax.compareTo(sessionIdle) < 0) {
      throw new IllegalArgumentException(
          "signalbox.access: session-idle is positive and session-max is not the shorter one");
    }
    if (signInFailures < 1 || !signInPause.isPositive()) {
      throw new IllegalArgumentException(
          "signalbox.access: sign-in-failures and sign-in-pause are positive");
    }
  }

  /** Without the secrets, as it may end up in a log. */
  @Override
  public String toString() {
    return "AccessSettings[sessionIdle=" + sessionIdle + ", sessionMax=" + sessionMax + "]";
  }
}
