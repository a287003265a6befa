package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import dev.signalbox.plan.TaskState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tasks that stand in the list of another one are its parts. They do not hold it: "part of" is not
 * "before", work on the whole goes on in its parts, and with an edge each whole would be blocked
 * from the first day on by what it consists of. But a whole that is done while a part is open
 * cannot be true, and is told.
 */
final class Parts {

  private final Account account;
  private final TaskFinder.Found found;
  private final Map<Integer, Task> byBlock = new HashMap<>();

  /**
   * Takes what was read.
   *
   * @param tasks of the candidates that were found, in the same order
   */
  Parts(Account account, TaskFinder.Found found, List<Task> tasks) {
    this.account = account;
    this.found = found;
    for (int i = 0; i < tasks.size(); i++) {
      byBlock.put(found.tasks().get(i).block(), tasks.get(i));
    }
  }

  void check() {
    for (Candidate candidate : found.tasks()) {
      Task part = byBlock.get(candidate.block());
      for (int above = candidate.context().parent();
          above >= 0;
          above = found.contexts().get(above).parent()) {
        Task whole = byBlock.get(above);
        boolean open = part != null && !part.state().value().isEnded();
        if (whole != null && part != null && open && whole.state().value() == TaskState.DONE) {
          account.report(
              OddityCode.DONE_BEFORE_ITS_PART,
              part.key().span(),
              "%s is done, but its part %s is not."
                  .formatted(whole.key().value(), part.key().value()));
          break;
        }
      }
    }
  }
}
