package dev.signalbox.gate;

/** How one requirement stands. Only {@link #SATISFIED} helps to open a gate. */
public enum Standing {
  SATISFIED,
  /** There is nothing yet to decide on. */
  MISSING,
  /** There was something, and it has become too old or was about something else. */
  STALE,
  /** There is something that says neither yes nor no. */
  INCONCLUSIVE,
  /** The means of finding out broke; neither a pass nor a fail. */
  ERRORED,
  /** The answer is there, and it is no. */
  UNSATISFIED;

  /** Whether this standing helps to open a gate. */
  public boolean opens() {
    return this == SATISFIED;
  }
}
