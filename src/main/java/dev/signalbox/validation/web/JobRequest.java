package dev.signalbox.validation.web;

import dev.signalbox.validation.Adapter;
import dev.signalbox.validation.JobDefinition;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.JobTarget;
import dev.signalbox.validation.JobTrigger;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is sent; what is left out has a usual value. Durations are ISO 8601, such as {@code
 * PT15M}.
 *
 * @param key of a new job; on an edit it may be left out
 */
record JobRequest(
    @Nullable String key,
    @NotBlank @Size(max = 200) String name,
    @NotBlank @Size(max = 60) String kind,
    @NotNull JobTrigger trigger,
    @Nullable @Size(max = 120) String cron,
    @Nullable @Size(max = 60) String zone,
    @Nullable @Size(max = 120) String readyTask,
    @Nullable @Valid TargetRequest target,
    @Nullable Duration queueDeadline,
    @Nullable Duration runDeadline,
    @Nullable Duration silenceLimit,
    @Nullable Integer maxAttempts,
    @Nullable Duration retryBackoff,
    @Nullable Duration freshness,
    @Nullable @Size(max = 50) List<@NotNull String> expectedFacts,
    @Nullable @Size(max = 50) Map<String, @NotNull String> inputs,
    @Nullable @Size(max = 120) String owner,
    @Nullable Boolean enabled) {

  /** The key of the job to make, or a 422. */
  JobKey newKey() {
    try {
      return new JobKey(Objects.requireNonNullElse(key, ""));
    } catch (IllegalArgumentException e) {
      throw unacceptable(e);
    }
  }

  /** The definition, or a 422 with what is wrong. */
  JobDefinition definition() {
    Duration run = Objects.requireNonNullElse(runDeadline, JobDefinition.DEFAULT_RUN_DEADLINE);
    Duration silence = JobDefinition.DEFAULT_SILENCE_LIMIT;
    try {
      return new JobDefinition(
          name.strip(),
          kind.strip(),
          trigger,
          cron,
          zone,
          readyTask,
          target == null ? null : target.target(),
          Objects.requireNonNullElse(queueDeadline, JobDefinition.DEFAULT_QUEUE_DEADLINE),
          run,
          Objects.requireNonNullElse(silenceLimit, silence.compareTo(run) > 0 ? run : silence),
          Objects.requireNonNullElse(maxAttempts, 1),
          Objects.requireNonNullElse(retryBackoff, JobDefinition.DEFAULT_RETRY_BACKOFF),
          freshness,
          Objects.requireNonNullElse(expectedFacts, List.of()),
          Objects.requireNonNullElse(inputs, Map.of()),
          Objects.requireNonNullElse(owner, ""),
          Objects.requireNonNullElse(enabled, true));
    } catch (IllegalArgumentException e) {
      throw unacceptable(e);
    }
  }

  /**
   * Where attempts are sent.
   *
   * @param adapter the kind of CI system; SIGNED_HTTP if left out
   * @param settings of the adapter, such as {@code project} and {@code ref} of GITLAB
   * @param secret {@code whsec_...} for SIGNED_HTTP, else the system's token; never answered. On an
   *     edit, leaving it out keeps it while adapter and url stay.
   */
  record TargetRequest(
      @Nullable Adapter adapter,
      @NotBlank @Size(max = 2000) String url,
      @Nullable @Size(max = 20) Map<String, @NotNull @Size(max = 500) String> settings,
      @Nullable @Size(max = 4096) String secret) {

    JobTarget target() {
      return new JobTarget(
          Objects.requireNonNullElse(adapter, Adapter.SIGNED_HTTP),
          url,
          Objects.requireNonNullElse(settings, Map.of()),
          secret);
    }
  }

  private static ProblemException unacceptable(IllegalArgumentException e) {
    return new ProblemException(ProblemType.UNPROCESSABLE, String.valueOf(e.getMessage()));
  }
}
