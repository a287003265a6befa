package dev.signalbox.report;

/** How an attempt ended. An errored one is neither a pass nor a fail. */
public enum Outcome {
  PASSED,
  FAILED,
  ERRORED,
  CANCELLED
}
