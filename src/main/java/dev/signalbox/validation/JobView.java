package dev.signalbox.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is read; its secret is never shown.
 *
 * @param nextFireAt the next planned instant of an enabled CRON job, else null
 * @param version for If-Match
 */
public record JobView(
    String key,
    String name,
    String kind,
    JobTrigger trigger,
    @Nullable String cron,
    @Nullable String zone,
    @Nullable String readyTask,
    @Nullable TargetView target,
    Duration queueDeadline,
    Duration runDeadline,
    Duration silenceLimit,
    int maxAttempts,
    Duration retryBackoff,
    @Nullable Duration freshness,
    List<String> expectedFacts,
    Map<String, String> inputs,
    String owner,
    boolean enabled,
    @Nullable Instant nextFireAt,
    long version) {

  /** Where its attempts are sent; the secret is never shown. */
  public record TargetView(Adapter adapter, String url, Map<String, String> settings) {}
}
