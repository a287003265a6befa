package dev.signalbox.validation.timer;

import dev.signalbox.validation.ValidationSettings;
import dev.signalbox.validation.dispatch.DispatchQueue;
import dev.signalbox.validation.run.RunWatch;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** At start, looks for everything that may be out there: much may have ended while nobody heard. */
@Component
class Reconciler {

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  private final RunWatch runs;
  private final DispatchQueue queue;
  private final boolean wanted;

  Reconciler(RunWatch runs, DispatchQueue queue, ValidationSettings settings) {
    this.runs = runs;
    this.queue = queue;
    this.wanted = settings.timers();
  }

  @EventListener(ApplicationReadyEvent.class)
  void reconcile() {
    if (!wanted) {
      return;
    }
    List<UUID> attempts = runs.allOutThere();
    attempts.forEach(queue::watchNow);
    if (!attempts.isEmpty()) {
      LOG.info("{} attempts were out there at start and are looked for", attempts.size());
    }
  }
}
