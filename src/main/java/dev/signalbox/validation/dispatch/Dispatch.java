package dev.signalbox.validation.dispatch;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt on its way to a receiver.
 *
 * @param attempt also the message id, so that a receiver can tell a repetition
 * @param url null where nobody is called: the CI system starts by itself
 * @param sealedSecret null exactly where the url is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Dispatch(
    UUID attempt,
    int attemptNumber,
    long runNumber,
    String project,
    String job,
    @Nullable String task,
    Map<String, String> inputs,
    @Nullable String url,
    byte @Nullable [] sealedSecret) {

  /** Where the attempt's result may be posted with an API token. */
  public String reportTo() {
    return "/api/v1/projects/%s/attempts/%s/results".formatted(project, attempt);
  }
}
