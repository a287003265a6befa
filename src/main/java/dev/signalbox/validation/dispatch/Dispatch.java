package dev.signalbox.validation.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt on its way to a target, or out there.
 *
 * @param attempt also the message id, so that a receiver can tell a repetition
 * @param aim null where nobody is called: the CI system starts by itself
 * @param claimedAt when the call began, by the database's clock
 * @param age since then, by the same clock
 * @param externalId what the target called it, where that is known
 */
public record Dispatch(
    UUID attempt,
    int attemptNumber,
    long runNumber,
    String project,
    String job,
    @Nullable String task,
    Map<String, String> inputs,
    @Nullable Aim aim,
    Instant claimedAt,
    Duration age,
    @Nullable String externalId) {

  /** The same, called so by its target. */
  public Dispatch calledThere(String id) {
    return new Dispatch(
        attempt, attemptNumber, runNumber, project, job, task, inputs, aim, claimedAt, age, id);
  }

  /** Where the attempt's result may be posted with an API token. */
  public String reportTo() {
    return "/api/v1/projects/%s/attempts/%s/results".formatted(project, attempt);
  }
}
