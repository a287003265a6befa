package dev.signalbox.dashboard.web;

import dev.signalbox.plan.TaskKey;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;

/** One proposed blocker that a person decides on: its id, the task's version seen, the task. */
record ProposalChoice(long blocker, long version, TaskKey task) {

  /** Reads {@code "id version task"}, as the page wrote it. */
  static ProposalChoice read(String text) {
    String[] parts = text.split(" ", 3);
    try {
      return new ProposalChoice(
          Long.parseLong(parts[0]), Long.parseLong(parts[1]), new TaskKey(parts[2]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "The page sent no such proposal.");
    }
  }
}
