package dev.signalbox.gate;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The recurring task that notices evidence growing old; one node of all runs it at a time. */
@Configuration(proxyBeanMethods = false)
class GateTimer {

  @Bean
  Task<?> gateReevaluation(GateWatch watch, GateSettings settings) {
    return Tasks.recurring("gate-reevaluate", FixedDelay.of(settings.reevaluateEvery()))
        .execute((instance, context) -> watch.decideWhatGrewOld());
  }
}
