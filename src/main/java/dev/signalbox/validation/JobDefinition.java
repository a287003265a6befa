package dev.signalbox.validation;

import dev.signalbox.plan.TaskKey;
import dev.signalbox.validation.job.CronPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that people say of a job. Cannot be invalid: what is wrong is an {@link
 * IllegalArgumentException} in words for the user.
 *
 * @param kind what sort of validation it is, such as {@code tests} or {@code determinism}
 * @param cron five fields (minute to day of week), with {@code zone}; only for CRON
 * @param readyTask only for ON_READY
 * @param target where dispatches are sent; null if the CI system starts by itself and reports
 * @param queueDeadline how long an attempt may wait for its dispatch to be taken
 * @param runDeadline how long an attempt may take from its dispatch on
 * @param silenceLimit how long an attempt may be silent before it is lost
 * @param retryBackoff before the second attempt; doubles from there
 * @param freshness how long a pass counts; null for ever
 * @param expectedFacts without which a pass is not believed
 * @param inputs go with each dispatch; never secrets
 */
public record JobDefinition(
    String name,
    String kind,
    JobTrigger trigger,
    @Nullable String cron,
    @Nullable String zone,
    @Nullable String readyTask,
    @Nullable JobTarget target,
    Duration queueDeadline,
    Duration runDeadline,
    Duration silenceLimit,
    int maxAttempts,
    Duration retryBackoff,
    @Nullable Duration freshness,
    List<String> expectedFacts,
    Map<String, String> inputs,
    String owner,
    boolean enabled) {

  public static final Duration DEFAULT_QUEUE_DEADLINE = Duration.ofHours(1);
  public static final Duration DEFAULT_RUN_DEADLINE = Duration.ofHours(1);
  public static final Duration DEFAULT_SILENCE_LIMIT = Duration.ofMinutes(15);
  public static final Duration DEFAULT_RETRY_BACKOFF = Duration.ofSeconds(30);
  public static final int MAX_NAMED_VALUES = 50;
  private static final Duration MAX_DEADLINE = Duration.ofDays(30);

  public JobDefinition {
    text("name", name, 1, 200);
    text("kind", kind, 1, 60);
    text("owner", owner, 0, 120);
    require((trigger == JobTrigger.CRON) == (cron != null), "cron goes with the trigger CRON");
    require((cron == null) == (zone == null), "cron and zone go together");
    if (cron != null && zone != null) {
      CronPlan.of(cron, zone);
    }
    require(
        (trigger == JobTrigger.ON_READY) == (readyTask != null),
        "readyTask goes with the trigger ON_READY");
    if (readyTask != null) {
      new TaskKey(readyTask);
    }
    within("queueDeadline", queueDeadline, MAX_DEADLINE);
    within("runDeadline", runDeadline, MAX_DEADLINE);
    within("silenceLimit", silenceLimit, runDeadline);
    within("retryBackoff", retryBackoff, Duration.ofDays(1));
    require(maxAttempts >= 1 && maxAttempts <= 10, "maxAttempts is 1 to 10");
    if (freshness != null) {
      within("freshness", freshness, Duration.ofDays(3650));
    }
    require(expectedFacts.size() <= MAX_NAMED_VALUES, "at most 50 expectedFacts");
    expectedFacts.forEach(fact -> text("an expected fact", fact, 1, 120));
    expectedFacts = expectedFacts.stream().distinct().sorted().toList();
    checkInputs(inputs);
    inputs = Map.copyOf(inputs);
  }

  /** A job started by hand, with usual limits and one attempt; no target. */
  public static JobDefinition manual(String name, String kind) {
    return manual(name, kind, null);
  }

  /** A job started by hand, with usual limits and one attempt. */
  public static JobDefinition manual(String name, String kind, @Nullable JobTarget target) {
    return new JobDefinition(
        name,
        kind,
        JobTrigger.MANUAL,
        null,
        null,
        null,
        target,
        DEFAULT_QUEUE_DEADLINE,
        DEFAULT_RUN_DEADLINE,
        DEFAULT_SILENCE_LIMIT,
        1,
        DEFAULT_RETRY_BACKOFF,
        null,
        List.of(),
        Map.of(),
        "",
        true);
  }

  /** Inputs as they may be given to a job or to one run of it. */
  public static void checkInputs(Map<String, String> inputs) {
    require(inputs.size() <= MAX_NAMED_VALUES, "at most 50 inputs");
    inputs.forEach(
        (name, value) -> {
          text("an input's name", name, 1, 120);
          text("the input " + name, value, 0, 2000);
        });
  }

  private static void text(String what, String value, int min, int max) {
    require(
        value.length() >= min && value.length() <= max && value.indexOf('\0') < 0,
        "%s is %d to %d characters".formatted(what, min, max));
    require(min == 0 || !value.isBlank(), what + " is not blank");
  }

  private static void within(String what, Duration value, Duration max) {
    require(
        value.compareTo(Duration.ofSeconds(1)) >= 0
            && value.compareTo(max) <= 0
            && value.equals(Duration.ofSeconds(value.toSeconds())),
        "%s is whole seconds, from one to %d".formatted(what, max.toSeconds()));
  }

  private static void require(boolean holds, String words) {
    if (!holds) {
      throw new IllegalArgumentException(words);
    }
  }
}
