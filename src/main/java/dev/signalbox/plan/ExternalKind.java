package dev.signalbox.plan;

/** What lies outside the plan. */
public enum ExternalKind {
  /** A task of somebody else's plan, named by its key. */
  TASK,
  /** Something that somebody has to deliver, named in words. */
  ARTEFACT,
  /** A sprint that is not in this project. */
  SPRINT,
  /** Whatever people wrote down by hand. */
  OTHER
}
