package dev.signalbox.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Await;
import dev.signalbox.FreshDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Promise 1: a result that was answered with 2xx is never lost, however often all is killed. */
@Execution(ExecutionMode.CONCURRENT)
class KillStoryTests {

  private static final int ROUNDS = 20;
  private static final int CLIENTS = 4;

  /** What a dead process had in its hands is taken over only when its heartbeats were missed. */
  private static final Duration APPLIED_WITHIN = Duration.ofMinutes(2);

  private final Path directory = FreshDatabase.newDirectory("kill");
  private final Random random = new Random(505);

  /** Deliveries that were answered with 2xx: their id to the run whose result they carried. */
  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

  /** Runs whose start was answered with 201. */
  private final Set<Long> started = ConcurrentHashMap.newKeySet();

  @Test
  void losesNoAcknowledgedResultInTwentyKills() throws Exception {
    var command = FastStart.prepare(directory);
    var signalbox = start(command);
    var operator = Operator.takeIntoUse(signalbox.port());
    var sender = operator.source();
    try {
      for (var round = 1; round <= ROUNDS; round++) {
        var before = Set.copyOf(acknowledged.keySet());
        var killed = signalbox;
        var withDatabase = round % 2 == 0;
        postUntil(killed, operator, sender, () -> kill(killed, withDatabase));
        var fresh = new HashSet<>(acknowledged.keySet());
        fresh.removeAll(before);
        signalbox = start(command);
        operator.goTo(signalbox.port());
        assertThat(fresh).as("round %d took results", round).isNotEmpty();
        assertThat(deliveries(operator, fresh)).as("round %d", round).containsAll(fresh);
      }
      assertEveryResultCounts(operator);
    } finally {
      signalbox.kill();
    }
  }

  private RunningSignalbox start(List<String> command) {
    return RunningSignalbox.start(
        command, directory, "--signalbox.database.binaries=" + FreshDatabase.ROOT);
  }

  private void postUntil(
      RunningSignalbox signalbox, Operator operator, SignedSender sender, Runnable end)
      throws InterruptedException {
    var over = new AtomicBoolean();
    var enough = acknowledged.size() + CLIENTS;
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var client = 0; client < CLIENTS; client++) {
        clients.execute(() -> post(signalbox.port(), operator, sender, over));
      }
      Await.until(Duration.ofSeconds(30), () -> acknowledged.size() >= enough);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(1_000)));
      end.run();
      over.set(true);
    }
  }

  /** One client: starts a run, posts its signed result, notes what was answered, and again. */
  private void post(int port, Operator operator, SignedSender sender, AtomicBoolean over) {
    try (var http = HttpClient.newHttpClient()) {
      while (!over.get()) {
        postOne(http, port, operator, sender);
      }
    } catch (IOException | UncheckedIOException killed) {
      // nobody answered, so nothing was promised
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void postOne(HttpClient http, int port, Operator operator, SignedSender sender)
      throws IOException, InterruptedException {
    Operator.Started run;
    try {
      run = operator.trigger();
    } catch (AssertionError refused) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      return;
    }
    started.add(run.number());
    var id = "msg_" + run.attempt();
    var body = SignedSender.passed(run.attempt(), run.number());
    var answer = http.send(sender.request(port, id, body), BodyHandlers.ofString());
    if (answer.statusCode() / 100 == 2) {
      acknowledged.put(id, run.number());
    }
  }

  private void assertEveryResultCounts(Operator operator) {
    for (var number : started) {
      assertThat(operator.run(number)).as("run %d", number).isNotEmpty();
    }
    for (var number : acknowledged.values()) {
      Await.untilAsserted(
          APPLIED_WITHIN,
          () ->
              assertThat(operator.run(number))
                  .as("result of run %d", number)
                  .contains("\"outcome\":\"PASSED\"", "\"value\":" + number));
    }
  }

  /** Reads the list of deliveries, newest first, until all that are wanted were seen. */
  private static Set<String> deliveries(Operator operator, Set<String> wanted) {
    var path = "/api/v1/projects/" + Operator.PROJECT + "/deliveries?limit=200";
    var found = new HashSet<String>();
    var page = operator.get(path);
    found.addAll(Operator.members(page, "deliveryId"));
    for (var next = Operator.members(page, "next");
        isCursor(next) && !found.containsAll(wanted); ) {
      page = operator.get(path + "&cursor=" + next.getLast());
      found.addAll(Operator.members(page, "deliveryId"));
      next = Operator.members(page, "next");
    }
    return found;
  }

  private static boolean isCursor(List<String> next) {
    return !next.isEmpty() && !next.getLast().equals("null");
  }

  private static void kill(RunningSignalbox signalbox, boolean withDatabase) {
    if (!withDatabase) {
      signalbox.kill();
      return;
    }
    try {
      signalbox.killWithDatabase();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
