package dev.signalbox.validation.run;

/** Error codes that Signalbox itself gives; others come from the CI system, such as ENOSPC. */
public final class ErrorCode {

  /** Silent for longer than the job's silence limit. */
  public static final String LOST = "LOST";

  /** Over the job's run deadline. */
  public static final String TIMEOUT = "TIMEOUT";

  /** Waited for its dispatch beyond the job's queue deadline. */
  public static final String QUEUE_TIMEOUT = "QUEUE_TIMEOUT";

  /** The receiver refused the dispatch. */
  public static final String REFUSED = "REFUSED";

  /** The target may not be called: address, scheme or user info. */
  public static final String TARGET_FORBIDDEN = "TARGET_FORBIDDEN";

  /** Whether the dispatch arrived was never learned. */
  public static final String DISPATCH_UNKNOWN = "DISPATCH_UNKNOWN";

  /** Reported as passed, but the report or the facts cannot be believed. */
  public static final String INVALID_RESULT = "INVALID_RESULT";

  /** Errored, and the reporter did not say with what. */
  public static final String UNSPECIFIED = "UNSPECIFIED";

  private ErrorCode() {}
}
