package dev.signalbox.validation;

/** What became of starting a job. */
public sealed interface TriggerAnswer {

  record Started(RunSummary run) implements TriggerAnswer {}

  record NoSuchJob() implements TriggerAnswer {}

  /** The job is switched off. */
  record Disabled() implements TriggerAnswer {}

  /** Too many of its runs are not finished. */
  record TooManyOpen(int limit) implements TriggerAnswer {}
}
