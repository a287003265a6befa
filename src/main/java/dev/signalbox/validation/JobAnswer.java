package dev.signalbox.validation;

import org.jspecify.annotations.Nullable;

/** What became of defining or editing a job. */
public sealed interface JobAnswer {

  /**
   * It is stored.
   *
   * @param madeSecret the target's secret where Signalbox made it: shown now and never again
   */
  record Saved(JobView job, @Nullable String madeSecret) implements JobAnswer {}

  record AlreadyExists() implements JobAnswer {}

  record NoSuchJob() implements JobAnswer {}

  /**
   * The target's secret has to be stated: Signalbox cannot make a token of another system, and one
   * that was stated for another address or adapter is never sent to a new one.
   */
  record NeedsSecret() implements JobAnswer {}

  /** Somebody was faster. */
  record Stale(long currentVersion) implements JobAnswer {}
}
