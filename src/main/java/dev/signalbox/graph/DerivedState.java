package dev.signalbox.graph;

/** What is true of a task, computed from its own declaration and all that it waits for. */
public enum DerivedState {
  /** Nothing holds it. */
  READY,
  /** Held only by tasks that somebody can work on. */
  WAITING,
  /** Held, directly or not, by at least one root cause. */
  BLOCKED,
  DONE,
  CANCELLED
}
