package dev.signalbox.validation;

/** What became of cancelling a run. */
public enum CancelAnswer {
  CANCELLED,
  /** It had ended before; nothing changed. */
  ALREADY_OVER,
  NO_SUCH_RUN
}
