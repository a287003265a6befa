package dev.signalbox.validation.timer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.signalbox.timeline.Ids;
import dev.signalbox.validation.ValidationSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.json.JsonMapper;

/**
 * db-scheduler over our database, for all modules: tasks are beans of type {@code Task}, wherever
 * they are defined. What is scheduled within a transaction lands or vanishes with it.
 */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

  private static final Duration HEARTBEAT = Duration.ofSeconds(8);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration STOP_WAIT = Duration.ofSeconds(25);

  /** For whoever schedules; apart from the scheduler, so that tasks can depend on it. */
  @Bean
  @Primary
  SchedulerClient schedulerClient(DataSource dataSource, JsonMapper json) {
    return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
        .serializer(new JsonTaskData(json))
        .jdbcCustomization(postgres())
        .build();
  }

  /** Works off due tasks; started and stopped by {@link SchedulerLife}. */
  @Bean(destroyMethod = "")
  Scheduler scheduler(
      DataSource dataSource,
      JsonMapper json,
      Clock clock,
      Ids ids,
      ValidationSettings settings,
      ObjectProvider<Task<?>> allTasks) {
    List<Task<?>> onDemand = new ArrayList<>();
    List<Task<?>> recurring = new ArrayList<>();
    allTasks.forEach(task -> (task instanceof OnStartup ? recurring : onDemand).add(task));
    return new Builder(new TransactionAwareDataSourceProxy(dataSource), onDemand)
        .starting(recurring)
        .serializer(new JsonTaskData(json))
        .jdbcCustomization(postgres())
        .clock(clock::instant)
        .schedulerName(new SchedulerName.Fixed("node-" + ids.uuid()))
        .threads(settings.threads())
        .pollingInterval(settings.pollingInterval())
        .pollUsingLockAndFetch(0.5, 1.0)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(STOP_WAIT)
        .build();
  }

  private static JdbcCustomization postgres() {
    return new PostgreSqlJdbcCustomization(false, false);
  }

  /** Takes recurring tasks as the plain list that they come in. */
  private static final class Builder extends SchedulerBuilder {

    Builder(DataSource dataSource, List<Task<?>> onDemand) {
      super(dataSource, onDemand);
    }

    Builder starting(List<Task<?>> recurring) {
      for (Task<?> task : recurring) {
        knownTasks.add(task);
        startTasks.add((OnStartup) task);
      }
      return this;
    }
  }
}
