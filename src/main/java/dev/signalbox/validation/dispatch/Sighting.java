package dev.signalbox.validation.dispatch;

import dev.signalbox.report.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a look at a target showed of one attempt. */
public sealed interface Sighting {

  /** It is there and has not begun to work: queued, or held for a person or a resource. */
  record Waiting(String externalId, @Nullable String url) implements Sighting {}

  /** It is being worked on. */
  record Working(String externalId, @Nullable String url) implements Sighting {}

  /**
   * It is over there.
   *
   * @param errorCode set exactly when the outcome is ERRORED
   */
  record Ended(Outcome outcome, @Nullable String errorCode, String externalId, @Nullable String url)
      implements Sighting {}

  /** It certainly is not there, and will not come any more. */
  record Absent(String words) implements Sighting {}

  /**
   * Nothing is known by this look.
   *
   * @param asked how long the target wants to be left alone, or null
   */
  record Unseen(String words, @Nullable Duration asked) implements Sighting {}
}
