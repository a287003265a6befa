package dev.signalbox.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.Await;
import dev.signalbox.SignalboxTest;
import dev.signalbox.wire.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The live stream: in order, none skipped, none lost over a resume, and soon. */
@SignalboxTest
class TimelineStreamIntegrationTests {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration QUIET = Duration.ofMillis(300);

  @Autowired Timeline timeline;
  @Autowired TimelineStream stream;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired LiveRows rows;
  @Autowired DataSource dataSource;
  @Autowired Ids ids;

  private final String project = "s" + UUID.randomUUID().toString().substring(0, 12);

  @Test
  void deliversWhatIsCommittedAndNothingOfOtherProjects() throws Exception {
    try (LiveSubscription live = stream.subscribe(project, null)) {
      write("other-" + project, "FOREIGN");
      write(project, "A");

      assertThat(keyOf(live.next(SOON))).isEqualTo("A");
      assertThat(live.next(QUIET)).isNull();
    }
  }

  @Test
  void waitsForAnOlderTransactionThatCommitsLate() throws Exception {
    var written = new CountDownLatch(1);
    var mayCommit = new CompletableFuture<Void>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        LiveSubscription live = stream.subscribe(project, null)) {
      Future<?> slow =
          threads.submit(
              () ->
                  transaction.executeWithoutResult(
                      _ -> {
                        timeline.record(change(project, "LATE"));
                        written.countDown();
                        mayCommit.orTimeout(10, TimeUnit.SECONDS).join();
                      }));
      assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
      write(project, "EARLY");

      assertThat(live.next(QUIET)).isNull();
      mayCommit.complete(null);
      slow.get();
      assertThat(keyOf(live.next(SOON))).isEqualTo("LATE");
      assertThat(keyOf(live.next(SOON))).isEqualTo("EARLY");
    }
  }

  @Test
  void resumesAfterTheLastEventThatWasSeen() throws Exception {
    Position seen;
    try (LiveSubscription live = stream.subscribe(project, null)) {
      write(project, "A");
      live.next(SOON);
      seen = live.position();
    }
    write(project, "B");
    try (LiveSubscription again = stream.subscribe(project, seen)) {
      write(project, "C");

      assertThat(keyOf(again.next(SOON))).isEqualTo("B");
      assertThat(keyOf(again.next(SOON))).isEqualTo("C");
    }
  }

  @Test
  void missesNothingSinceThePositionOnAPage() throws Exception {
    Position page = stream.now();
    write(project, "A");
    try (LiveSubscription live = stream.subscribe(project, page)) {
      assertThat(keyOf(live.next(SOON))).isEqualTo("A");
    }
  }

  @Test
  void beginsNowForAPositionFromAnotherDatabase() throws Exception {
    try (LiveSubscription live = stream.subscribe(project, new Position(Long.MAX_VALUE / 4, 1))) {
      write(project, "A");
      assertThat(keyOf(live.next(SOON))).isEqualTo("A");
    }
  }

  @Test
  void deliversEachOnceFromManyWritersThatRaceWithRollbacks() throws Exception {
    int writers = 6;
    int each = 40;
    Set<String> committed = new HashSet<>();
    try (LiveSubscription live = stream.subscribe(project, null);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> work = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        int number = writer;
        work.add(threads.submit(() -> race(number, each)));
      }
      List<LiveEvent> seen = new ArrayList<>();
      for (Future<List<String>> done : work) {
        committed.addAll(done.get());
      }
      while (seen.size() < committed.size()) {
        LiveEvent event = live.next(SOON);
        assertThat(event).as("event %s of %s", seen.size(), committed.size()).isNotNull();
        seen.add(event);
      }
      assertThat(live.next(QUIET)).isNull();
      assertThat(seen.stream().map(LiveEvent::position).toList()).isSorted();
      assertThat(seen.stream().map(LiveEvent::objectKey))
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(committed);
    }
  }

  private List<String> race(int writer, int each) {
    var random = new Random(writer);
    List<String> committed = new ArrayList<>();
    for (int entry = 0; entry < each; entry++) {
      String key = "W" + writer + "-" + entry;
      boolean rollback = random.nextInt(5) == 0;
      transaction.executeWithoutResult(
          status -> {
            timeline.record(change(project, key));
            LockSupport.parkNanos(random.nextInt(4_000_000));
            if (rollback) {
              status.setRollbackOnly();
            }
          });
      if (!rollback) {
        committed.add(key);
      }
    }
    return committed;
  }

  @Test
  void endsAStreamThatFallsBehindAndResumesItWithoutLoss() throws Exception {
    TimelineSettings small = new TimelineSettings(2, 8, Duration.ofSeconds(1), SOON, SOON);
    var meters = new SimpleMeterRegistry();
    TimelineStream node = node(small, meters);
    node.start();
    try {
      Position last;
      try (LiveSubscription slow = node.subscribe(project, null)) {
        write(project, "FIRST");
        assertThat(keyOf(slow.next(SOON))).isEqualTo("FIRST");
        for (int entry = 0; entry < 50; entry++) {
          write(project, "T" + entry);
        }
        Await.until(SOON, () -> !slow.isOpen());
        last = slow.position();
      }
      assertThat(meters.counter("signalbox.timeline.streams", "result", "dropped").count())
          .isEqualTo(1);
      try (LiveSubscription again = node.subscribe(project, last)) {
        for (int entry = 0; entry < 50; entry++) {
          assertThat(keyOf(again.next(SOON))).isEqualTo("T" + entry);
        }
      }
    } finally {
      node.stop();
    }
  }

  @Test
  void refusesMoreStreamsThanTheNodeTakes() {
    TimelineSettings two = new TimelineSettings(2, 8, Duration.ofSeconds(1), SOON, SOON);
    TimelineStream node = node(two, new SimpleMeterRegistry());
    node.start();
    try (LiveSubscription one = node.subscribe(project, null)) {
      assertThat(one.isOpen()).isTrue();
      try (LiveSubscription other = node.subscribe(project, null)) {
        assertThat(other.isOpen()).isTrue();
        assertThatThrownBy(() -> node.subscribe(project, null))
            .isInstanceOf(ProblemException.class);
      }
      node.subscribe(project, null).close();
    } finally {
      node.stop();
    }
  }

  @Test
  void endsEveryStreamWhenTheNodeStops() throws Exception {
    TimelineStream node =
        node(new TimelineSettings(2, 8, SOON, SOON, SOON), new SimpleMeterRegistry());
    node.start();
    try (LiveSubscription live = node.subscribe(project, null);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<LiveEvent> waiting = threads.submit(() -> live.next(Duration.ofMinutes(1)));
      node.stop();
      assertThat(waiting.get()).isNull();
      assertThat(live.isOpen()).isFalse();
      assertThatThrownBy(() -> node.subscribe(project, null)).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void isWokenByTheNoticeOfAnotherNodeLongBeforeItWouldPoll() throws Exception {
    TimelineSettings patient = new TimelineSettings(2, 64, Duration.ofMinutes(5), SOON, SOON);
    TimelineStream node = node(patient, new SimpleMeterRegistry());
    node.start();
    try (LiveSubscription live = node.subscribe(project, null)) {
      assertThat(live.next(QUIET)).as("has read its backlog").isNull();
      for (int notice = 0; notice < 5; notice++) {
        write(project, "T" + notice);
        assertThat(keyOf(live.next(SOON))).isEqualTo("T" + notice);
      }
    } finally {
      node.stop();
    }
  }

  @Test
  void pollsForEntriesWhoseNoticeWasLost() throws Exception {
    try (LiveSubscription live = stream.subscribe(project, null)) {
      assertThat(live.next(QUIET)).as("has read its backlog").isNull();
      jdbc.sql(
              """
              insert into timeline_entry (project, actor_kind, actor, action, object_type, object_key)
              values (:project, 'SYSTEM', 'psql', 'task.started', 'task', 'SILENT')
              """)
          .param("project", project)
          .update();
      assertThat(keyOf(live.next(SOON))).isEqualTo("SILENT");
    }
  }

  @Test
  void deliversWithinAHundredMillisecondsAsARule() throws Exception {
    long[] nanos = new long[41];
    try (LiveSubscription live = stream.subscribe(project, null)) {
      assertThat(live.next(QUIET)).as("has read its backlog").isNull();
      for (int round = 0; round < nanos.length; round++) {
        write(project, "T" + round);
        long committed = System.nanoTime();
        assertThat(live.next(SOON)).isNotNull();
        nanos[round] = System.nanoTime() - committed;
      }
    }
    Arrays.sort(nanos);
    assertThat(Duration.ofNanos(nanos[nanos.length / 2])).isLessThan(Duration.ofMillis(100));
  }

  /** Another node over the same database. */
  private TimelineStream node(TimelineSettings settings, SimpleMeterRegistry meters) {
    var reader = new LiveReader(rows, settings);
    var notices = new Notices(jdbc, dataSource, reader, ids, settings);
    return new TimelineStream(rows, reader, notices, settings, meters);
  }

  private static String keyOf(LiveEvent event) {
    assertThat(event).isNotNull();
    return event.objectKey();
  }

  private void write(String to, String key) {
    transaction.executeWithoutResult(_ -> timeline.record(change(to, key)));
  }

  private static Recordable change(String to, String key) {
    return new Recordable(to, Actor.person("ada"), "task.started", "task", key, null, null);
  }
}
