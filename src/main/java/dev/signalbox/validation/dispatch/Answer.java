package dev.signalbox.validation.dispatch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a target made of a dispatch. */
public sealed interface Answer {

  /** The receiver has it; what it calls the attempt, where it said so. */
  record Taken(@Nullable String externalId, @Nullable String url) implements Answer {}

  /**
   * It certainly was not taken, and may be called again.
   *
   * @param asked as the receiver asked, or null for the usual backoff
   */
  record Postponed(String words, @Nullable Duration asked) implements Answer {}

  /**
   * It will not be taken as it is.
   *
   * @param again whether another attempt may fare better
   */
  record Refused(String code, String words, boolean again) implements Answer {}

  /** It may have been taken; nobody knows. Never called again. */
  record Ambiguous(String words) implements Answer {}
}
