package dev.signalbox.plan;

/** Orders in which tasks are listed; each is total, so that pages neither repeat nor skip. */
public enum TaskSort {
  /** As the plan has them: by sprint, then by place in the sprint. */
  PLAN,
  KEY,
  /** What changed last comes first. */
  CHANGED
}
