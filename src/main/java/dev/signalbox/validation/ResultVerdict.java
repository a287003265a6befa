package dev.signalbox.validation;

/** What became of a reported result. Every one is stored; only APPLIED moves a run. */
public enum ResultVerdict {
  APPLIED,
  /** The same terminal outcome was already there; no effect. */
  DUPLICATE,
  /** The attempt is not the current one, or is over; kept as evidence. */
  LATE,
  /** A second, different terminal outcome: for people to settle. */
  CONFLICT,
  /** No such attempt in this project. */
  UNKNOWN_ATTEMPT
}
