package dev.signalbox.plan;

/** How a blocker came to stand there; all but a dropped one hold. */
public enum Standing {
  /** A person said it here, or a document said it with a key. */
  STATED,
  /** Read from prose; holds until a person confirms or drops it. */
  PROPOSED,
  /** Read from prose, and a person says that it is so. */
  CONFIRMED,
  /** Read from prose, and a person says that it is not so; no later import brings it back. */
  DROPPED
}
