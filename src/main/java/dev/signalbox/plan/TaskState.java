package dev.signalbox.plan;

/** What people declared of a task. What is true of it is derived by the graph. */
public enum TaskState {
  TODO(false),
  DOING(false),
  BLOCKED(false),
  DONE(true),
  CANCELLED(false);

  private final boolean clearing;

  TaskState(boolean clearing) {
    this.clearing = clearing;
  }

  /**
   * Whether dependents may go on. A cancelled task clears nobody: that its work is not needed is
   * for a person to say, by taking the dependency away.
   */
  public boolean isClearing() {
    return clearing;
  }

  /** Whether nobody works on it any more. */
  public boolean isEnded() {
    return this == DONE || this == CANCELLED;
  }
}
