package dev.signalbox.validation.timer;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.signalbox.validation.ValidationSettings;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts the scheduler last, when the tables are migrated and the doors are open, and stops it
 * first: what is under way may finish, and nothing new begins.
 */
@Component
class SchedulerLife implements SmartLifecycle {

  private final Scheduler scheduler;
  private final boolean wanted;
  private volatile boolean running;

  SchedulerLife(Scheduler scheduler, ValidationSettings settings) {
    this.scheduler = scheduler;
    this.wanted = settings.timers();
  }

  @Override
  public boolean isAutoStartup() {
    return wanted;
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
