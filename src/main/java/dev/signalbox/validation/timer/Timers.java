package dev.signalbox.validation.timer;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.signalbox.validation.ValidationSettings;
import dev.signalbox.validation.dispatch.DispatchQueue;
import dev.signalbox.validation.dispatch.DispatchQueue.Call;
import dev.signalbox.validation.dispatch.DispatchQueue.Look;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The module's tasks. Each may run twice; each finds out from the tables what is left to do. */
@Configuration(proxyBeanMethods = false)
class Timers {

  private static final int CALL_RETRIES = 10;
  private static final Duration CALL_RETRY_BASE = Duration.ofSeconds(2);
  private static final Duration LOOK_RETRY = Duration.ofSeconds(30);

  /** A failure here is one of the database: the attempt itself ends by its deadlines. */
  @Bean
  Task<Call> dispatchAttempt(DispatchWork work) {
    return Tasks.oneTime(DispatchQueue.TASK)
        .onFailure(
            FailureHandler.<Call>maxRetries(CALL_RETRIES).withBackoff(CALL_RETRY_BASE).thenRemove())
        .onDeadExecutionRevive()
        .execute((instance, context) -> work.call(instance.getData().attempt()));
  }

  /** Ends itself when there is nothing to look at any more. */
  @Bean
  Task<Look> watchAttempt(WatchWork work) {
    return Tasks.custom(DispatchQueue.WATCH)
        .onFailureReschedule(FixedDelay.of(LOOK_RETRY))
        .onDeadExecutionRevive()
        .execute((instance, context) -> work.look(instance.getData()));
  }

  /** Best effort: what goes on there all the same is fenced here. */
  @Bean
  Task<Call> stopAttempt(WatchWork work) {
    return Tasks.oneTime(DispatchQueue.STOP)
        .onFailure(
            FailureHandler.<Call>maxRetries(CALL_RETRIES).withBackoff(CALL_RETRY_BASE).thenRemove())
        .onDeadExecutionRevive()
        .execute((instance, context) -> work.stop(instance.getData().attempt()));
  }

  @Bean
  Task<Void> reapAttempts(Reaper reaper, ValidationSettings settings) {
    return Tasks.recurring("reap-attempts", FixedDelay.of(settings.reaperInterval()))
        .execute((instance, context) -> reaper.sweep());
  }

  @Bean
  Task<Void> fireCronJobs(CronSweep sweep, ValidationSettings settings) {
    return Tasks.recurring("fire-cron-jobs", FixedDelay.of(settings.cronInterval()))
        .execute((instance, context) -> sweep.fireDue());
  }
}
