package dev.signalbox.validation.dispatch;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.signalbox.validation.Nudge;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts dispatches in line, in the transaction of whatever makes them necessary. */
@Component
public class DispatchQueue {

  /** The task that carries one call of one attempt. */
  public static final TaskDescriptor<Call> TASK = TaskDescriptor.of("dispatch-attempt", Call.class);

  private final SchedulerClient tasks;
  private final Nudge nudge;
  private final Clock clock;

  DispatchQueue(SchedulerClient tasks, Nudge nudge, Clock clock) {
    this.tasks = tasks;
    this.nudge = nudge;
    this.clock = clock;
  }

  /** The attempt is to be called after the delay; {@code calls} were made before. */
  public void put(UUID attempt, int calls, Duration delay) {
    tasks.scheduleIfNotExists(
        TASK.instance(attempt + ":" + calls)
            .data(new Call(attempt))
            .scheduledTo(clock.instant().plus(delay)));
    if (delay.isZero()) {
      nudge.afterCommit();
    }
  }

  /** The task's data. */
  public record Call(UUID attempt) {}
}
