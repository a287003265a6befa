package dev.signalbox.notify;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.signalbox.plan.ProjectKey;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When somebody looks: after each change of a plan, and now and then at all that were missed. */
@Configuration(proxyBeanMethods = false)
class NoticeTimers {

  private static final int RETRIES = 5;
  private static final Duration RETRY_BASE = Duration.ofSeconds(2);

  @Bean
  Task<LookQueue.Look> lookAtPlan(Lookout lookout) {
    return Tasks.oneTime(LookQueue.TASK)
        .onFailure(
            FailureHandler.<LookQueue.Look>maxRetries(RETRIES).withBackoff(RETRY_BASE).thenRemove())
        .onDeadExecutionRevive()
        .execute((instance, context) -> lookout.look(new ProjectKey(instance.getData().project())));
  }

  @Bean
  Task<Void> lookAtPlans(Lookout lookout, NotifySettings settings) {
    return Tasks.recurring("notices-look-at-all", FixedDelay.of(settings.sweepEvery()))
        .execute((instance, context) -> lookout.lookAtAll());
  }
}
