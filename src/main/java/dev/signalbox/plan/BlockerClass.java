package dev.signalbox.plan;

/** Why a task is held. */
public enum BlockerClass {
  UPSTREAM_TASK,
  AWAITED_ARTEFACT,
  INFRASTRUCTURE,
  DECISION,
  PEOPLE
}
