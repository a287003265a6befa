package dev.signalbox.notify;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.signalbox.plan.PlanChanged;
import dev.signalbox.validation.Nudge;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks for a look in the transaction of each change, so that no crash between them loses it. */
@Component
class LookQueue {

  /** One look at one version of a plan, or at a later one. */
  static final TaskDescriptor<Look> TASK = TaskDescriptor.of("notices-look", Look.class);

  private final SchedulerClient tasks;
  private final Nudge nudge;
  private final Clock clock;

  LookQueue(SchedulerClient tasks, Nudge nudge, Clock clock) {
    this.tasks = tasks;
    this.nudge = nudge;
    this.clock = clock;
  }

  /** The task's data. */
  record Look(String project) {}

  /** Each version has a look of its own: one that runs already may have read an older one. */
  @EventListener
  void on(PlanChanged change) {
    String project = change.project().value();
    tasks.scheduleIfNotExists(
        TASK.instance(project + ":" + change.version())
            .data(new Look(project))
            .scheduledTo(clock.instant()));
    nudge.afterCommit();
  }
}
