package dev.signalbox.plan;

/** Who brought a line of the plan; an import replaces only what an import brought. */
public enum Origin {
  DOCUMENT,
  HAND
}
