package dev.signalbox.validation;

/** What starts the runs of a job; starting one by hand is always possible. */
public enum JobTrigger {
  /** Only people and machines that ask for it. */
  MANUAL,
  /** A cron expression in a time zone. */
  CRON,
  /** A task of the plan becomes READY. */
  ON_READY
}
