package dev.signalbox.timeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the other nodes that the timeline grew. Never notifies inside a business transaction (that
 * takes a lock over the whole database at commit): one thread a node sends one notice for all
 * commits since the last.
 */
@Component
class Notices {

  private static final Logger log = LoggerFactory.getLogger(Notices.class);
  private static final String CHANNEL = "signalbox_timeline";
  private static final Duration SPACING = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int LISTEN_MILLIS = 500;

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final LiveReader reader;
  private final String node;
  private final Duration retry;
  private final Signal toSend = new Signal();
  private final Signal toListen = new Signal();
  private final List<Thread> threads = new ArrayList<>();
  private volatile CountDownLatch stopped = new CountDownLatch(1);

  Notices(
      JdbcClient jdbc,
      DataSource dataSource,
      LiveReader reader,
      Ids ids,
      TimelineSettings settings) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.reader = reader;
    this.node = ids.uuid().toString();
    this.retry = settings.poll();
  }

  void start() {
    stopped = new CountDownLatch(1);
    threads.add(Thread.ofVirtual().name("timeline-notices-out").start(() -> run(this::sendOne)));
    threads.add(Thread.ofVirtual().name("timeline-notices-in").start(() -> run(this::listen)));
  }

  void stop() throws InterruptedException {
    stopped.countDown();
    toSend.raise();
    toListen.raise();
    for (Thread thread : threads) {
      thread.join(PATIENCE);
    }
    threads.clear();
  }

  /** Asks for a notice soon; returns at once. */
  void send() {
    toSend.raise();
  }

  /** Makes sure that notices of other nodes are heard while anybody listens here. */
  void listenWhileNeeded() {
    toListen.raise();
  }

  private void sendOne() throws InterruptedException {
    toSend.await();
    if (!isStopped()) {
      jdbc.sql("select pg_notify(:channel, :node)")
          .param("channel", CHANNEL)
          .param("node", node)
          .query(row -> {});
      pause(SPACING);
    }
  }

  private void listen() throws InterruptedException, SQLException {
    toListen.await();
    while (reader.hasListeners() && !isStopped()) {
      try (Connection connection = dataSource.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("listen " + CHANNEL);
        reader.wake();
        hear(connection.unwrap(PGConnection.class));
        statement.execute("unlisten *");
      }
    }
  }

  private void hear(PGConnection connection) throws SQLException {
    while (reader.hasListeners() && !isStopped()) {
      for (PGNotification notice : connection.getNotifications(LISTEN_MILLIS)) {
        if (!notice.getParameter().equals(node)) {
          reader.wake();
        }
      }
    }
  }

  private interface Step {
    void run() throws InterruptedException, SQLException;
  }

  private void run(Step step) {
    while (!isStopped()) {
      try {
        step.run();
      } catch (InterruptedException e) {
        return;
      } catch (SQLException | RuntimeException e) {
        log.warn("Notices between nodes are interrupted; polling goes on", e);
        if (reader.hasListeners()) {
          toListen.raise();
        }
        pauseQuietly();
      }
    }
  }

  private void pauseQuietly() {
    try {
      pause(retry);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("ReturnValueIgnored") // either way the loop asks whether it is stopped
  private void pause(Duration time) throws InterruptedException {
    stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }
}
