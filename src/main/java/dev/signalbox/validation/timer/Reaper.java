package dev.signalbox.validation.timer;

import dev.signalbox.validation.run.RunDesk;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends attempts whose deadline has passed; one transaction each, so one bad one stops no other. */
@Component
class Reaper {

  private static final Logger LOG = LoggerFactory.getLogger(Reaper.class);
  private static final int BATCH = 200;

  private final RunDesk runs;

  Reaper(RunDesk runs) {
    this.runs = runs;
  }

  void sweep() {
    List<UUID> overdue;
    int failed;
    do {
      overdue = runs.overdue(BATCH);
      failed = 0;
      for (UUID attempt : overdue) {
        failed += reap(attempt) ? 0 : 1;
      }
    } while (overdue.size() == BATCH && failed == 0);
  }

  private boolean reap(UUID attempt) {
    try {
      runs.reap(attempt);
      return true;
    } catch (RuntimeException e) {
      LOG.error(
          "attempt {} could not be reaped; it is tried again with the next sweep", attempt, e);
      return false;
    }
  }
}
