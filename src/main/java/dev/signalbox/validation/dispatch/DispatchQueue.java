package dev.signalbox.validation.dispatch;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
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

  /** The task that looks again and again how one attempt is doing at its target. */
  public static final TaskDescriptor<Look> WATCH = TaskDescriptor.of("watch-attempt", Look.class);

  /** The task that asks a target once to end what is no longer wanted. */
  public static final TaskDescriptor<Call> STOP = TaskDescriptor.of("stop-attempt", Call.class);

  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

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

  /** Looks for the attempt from soon on, unless somebody does already. */
  public void watch(UUID attempt) {
    tasks.scheduleIfNotExists(look(attempt).scheduledTo(clock.instant().plus(FIRST_LOOK)));
  }

  /** Looks for the attempt now, whenever the next look was to be; not beside one under way. */
  public void watchNow(UUID attempt) {
    SchedulableInstance<Look> now = look(attempt).scheduledTo(clock.instant());
    try {
      if (!tasks.scheduleIfNotExists(now)) {
        tasks.reschedule(now.getTaskInstance(), clock.instant());
      }
    } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException looking) {
      return; // somebody looks or has just ended to; or a node died, and another takes over
    }
    nudge.afterCommit();
  }

  private static TaskInstance.Builder<Look> look(UUID attempt) {
    return WATCH.instance(attempt.toString()).data(new Look(attempt, 0, false));
  }

  /** Asks the attempt's target to end it. */
  public void stop(UUID attempt) {
    tasks.scheduleIfNotExists(
        STOP.instance(attempt.toString()).data(new Call(attempt)).scheduledTo(clock.instant()));
    nudge.afterCommit();
  }

  /** Data of a task about one attempt. */
  public record Call(UUID attempt) {}

  /**
   * Data of a watch.
   *
   * @param looks made so far
   * @param ended whether the last one saw its end, and its own report was given time to come
   */
  public record Look(UUID attempt, int looks, boolean ended) {}
}
