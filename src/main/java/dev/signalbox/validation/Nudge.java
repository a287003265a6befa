package dev.signalbox.validation;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Nudges this node's scheduler once the running transaction has committed, so that a task stored in
 * it is found at once and not only by the next poll. Losing a nudge loses nothing.
 */
@Component
public class Nudge {

  private final ObjectProvider<Scheduler> scheduler;

  Nudge(ObjectProvider<Scheduler> scheduler) {
    this.scheduler = scheduler;
  }

  /** Once for each transaction, however often it is called; at once where there is none. */
  public void afterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      wake();
    } else if (TransactionSynchronizationManager.getSynchronizations().stream()
        .noneMatch(Wake.class::isInstance)) {
      TransactionSynchronizationManager.registerSynchronization(new Wake());
    }
  }

  private void wake() {
    scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
  }

  private final class Wake implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      wake();
    }
  }
}
