package dev.signalbox.gate;

/** Whether a gate lets through. There is no third answer: unknown is {@link #CLOSED}. */
public enum GateVerdict {
  OPEN,
  CLOSED
}
