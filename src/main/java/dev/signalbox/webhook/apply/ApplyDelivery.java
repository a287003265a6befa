package dev.signalbox.webhook.apply;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable task behind each stored delivery. It may run twice; the state of the delivery says
 * whether anything is left to do.
 */
@Configuration(proxyBeanMethods = false)
public class ApplyDelivery {

  private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("apply-delivery");
  private static final String SEPARATOR = ":";
  private static final Duration DATABASE_RETRY = Duration.ofSeconds(2);

  /** The task that applies the delivery with this id. */
  public static TaskInstance<Void> instance(long delivery) {
    return TASK.instance(Long.toString(delivery)).build();
  }

  /** Another task for a delivery that was settled before; {@code nonce} tells it from the first. */
  public static TaskInstance<Void> again(long delivery, String nonce) {
    return TASK.instance(delivery + SEPARATOR + nonce).build();
  }

  @Bean
  Task<Void> applyDeliveryTask(DeliveryApplier applier) {
    return Tasks.custom(TASK)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(DATABASE_RETRY))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              Optional<Duration> again = applier.apply(delivery(instance.getId()));
              return again.isPresent()
                  ? (complete, operations) ->
                      operations.reschedule(complete, complete.getTimeDone().plus(again.get()))
                  : new CompletionHandler.OnCompleteRemove<>();
            });
  }

  private static long delivery(String instance) {
    int end = instance.indexOf(SEPARATOR);
    return Long.parseLong(end < 0 ? instance : instance.substring(0, end));
  }
}
