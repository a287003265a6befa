package dev.signalbox.plan.task;

/** What a verb did to a task. */
public sealed interface Step {

  /**
   * It changed.
   *
   * @param past what happened, for the timeline
   */
  record Taken(String past) implements Step {}

  /** It was so already. */
  record Needless() implements Step {}

  /** The task's own rules forbid it; the reason is a sentence for the user. */
  record Refused(String reason) implements Step {}
}
