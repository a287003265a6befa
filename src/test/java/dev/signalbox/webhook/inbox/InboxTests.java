package dev.signalbox.webhook.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.signalbox.webhook.WebhookSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

class InboxTests {

  private static final WebhookSettings SETTINGS =
      new WebhookSettings(1_048_576, Duration.ofSeconds(15), 256, 1, 1);

  private final Queue<String> stored = new ConcurrentLinkedQueue<>();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);
  private final Inbox patient = new Inbox(new Rows(), SETTINGS, Duration.ofSeconds(20));
  private final Inbox impatient = new Inbox(new Rows(), SETTINGS, Duration.ofMillis(100));

  @BeforeEach
  void start() {
    patient.start();
    impatient.start();
  }

  @AfterEach
  void stop() {
    open.countDown();
    impatient.stop();
    patient.stop();
  }

  @Test
  void storesNothingThatNobodyWaitsForAnyMore() throws InterruptedException {
    assertThatThrownBy(() -> impatient.store(delivery("slow", 1)))
        .isInstanceOf(QueryTimeoutException.class);
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> impatient.store(delivery("left", 1)))
        .isInstanceOf(QueryTimeoutException.class);

    open.countDown();
    impatient.stop();

    assertThat(stored).containsExactly("slow");
  }

  @Test
  void goesOnAfterAnError() {
    assertThatThrownBy(() -> patient.store(delivery("error", 1)))
        .hasRootCauseInstanceOf(StackOverflowError.class);
    assertThat(patient.store(delivery("next", 1))).contains(Stored.NEW);
  }

  @Test
  void takesNoMoreBytesThanItsBudgetAndGivesThemBack() throws Exception {
    FutureTask<Object> large =
        new FutureTask<>(() -> patient.store(delivery("slow", Inbox.LINE_BYTES)));
    Thread.ofVirtual().start(large);
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(patient.store(delivery("more", 1))).isEmpty();

    open.countDown();
    large.get(10, TimeUnit.SECONDS);
    assertThat(patient.store(delivery("more", 1))).contains(Stored.NEW);
  }

  private static NewDelivery delivery(String id, int bytes) {
    return new NewDelivery(
        "source", id, new byte[32], "{}", "application/json", new byte[bytes], 1);
  }

  /** Rows without a database: "slow" waits for the test, "error" fails as only a JVM can. */
  private final class Rows extends DeliveryRows {

    Rows() {
      super(
          new JdbcTemplate(),
          mock(PlatformTransactionManager.class),
          mock(SchedulerClient.class),
          new StaticListableBeanFactory().getBeanProvider(Scheduler.class),
          Clock.systemUTC());
    }

    @Override
    List<Stored> store(List<NewDelivery> deliveries) {
      String id = deliveries.getFirst().deliveryId();
      if (id.equals("error")) {
        throw new StackOverflowError("as told");
      }
      if (id.equals("slow")) {
        entered.countDown();
        try {
          assertThat(open.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      stored.add(id);
      return List.of(Stored.NEW);
    }
  }
}
