package dev.signalbox.validation.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Await;
import dev.signalbox.report.Outcome;
import dev.signalbox.validation.Adapter;
import dev.signalbox.validation.dispatch.Aim;
import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.Dispatch;
import dev.signalbox.validation.dispatch.Sighting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The adapter against the real thing; where no Buildbot is installed, it says that it skipped. */
@EnabledIf(
    value = "dev.signalbox.validation.adapter.RealBuildbot#isInstalled",
    disabledReason = "no /usr/bin/buildbot here (Debian's package buildbot)")
class RealBuildbotTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static RealBuildbot buildbot;
  private final BuildbotTarget target = new BuildbotTarget(Aimed.rest(), Aimed.CLOCK);

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    buildbot = new RealBuildbot(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    buildbot.close();
  }

  private static Aim aim(String secret, String scheduler) {
    return Aimed.at(Adapter.BUILDBOT, buildbot.url(), secret, Map.of("scheduler", scheduler));
  }

  private static Aim aim() {
    return aim(RealBuildbot.SECRET, "force");
  }

  private static Dispatch attempt(
      UUID id, String verdict, int seconds, Duration age, @Nullable String externalId) {
    return new Dispatch(
        id,
        1,
        7,
        "train",
        "nightly",
        null,
        Map.of("verdict", verdict, "seconds", "" + seconds),
        null,
        Instant.now().minus(age),
        age,
        externalId);
  }

  private String send(UUID id, String verdict, int seconds) {
    Answer answer = target.send(attempt(id, verdict, seconds, Duration.ZERO, null), aim());
    assertThat(answer).isInstanceOf(Answer.Taken.class);
    return ((Answer.Taken) answer).externalId();
  }

  private Sighting look(UUID id, Duration age, @Nullable String externalId) {
    return target.look(attempt(id, "good", 0, age, externalId), aim());
  }

  private void awaitEnd(UUID id, @Nullable String externalId, Outcome outcome) {
    Await.untilAsserted(
        PATIENCE,
        () ->
            assertThat(look(id, Duration.ZERO, externalId))
                .isInstanceOfSatisfying(
                    Sighting.Ended.class, end -> assertThat(end.outcome()).isEqualTo(outcome)));
  }

  @Test
  void runsABuildAndReadsItsEnd() {
    UUID passes = UUID.randomUUID();
    awaitEnd(passes, send(passes, "good", 0), Outcome.PASSED);
    UUID fails = UUID.randomUUID();
    awaitEnd(fails, send(fails, "bad", 0), Outcome.FAILED);
  }

  @Test
  void findsABuildSetByItsAttempt() {
    UUID id = UUID.randomUUID();
    send(id, "good", 0);
    awaitEnd(id, null, Outcome.PASSED);
    UUID never = UUID.randomUUID();
    assertThat(look(never, Duration.ofSeconds(5), null)).isInstanceOf(Sighting.Unseen.class);
    assertThat(look(never, Duration.ofMinutes(10), null)).isInstanceOf(Sighting.Absent.class);
    assertThat(look(never, Duration.ofMinutes(10), "999")).isInstanceOf(Sighting.Absent.class);
  }

  @Test
  void stopsWhatRunsAndWhatWaits() {
    UUID running = UUID.randomUUID();
    String first = send(running, "good", 25);
    Await.untilAsserted(
        PATIENCE,
        () -> assertThat(look(running, Duration.ZERO, first)).isInstanceOf(Sighting.Working.class));
    UUID waiting = UUID.randomUUID();
    String second = send(waiting, "good", 0);
    assertThat(look(waiting, Duration.ZERO, second)).isInstanceOf(Sighting.Waiting.class);
    target.stop(attempt(waiting, "good", 0, Duration.ZERO, second), aim());
    awaitEnd(waiting, second, Outcome.CANCELLED);
    target.stop(attempt(running, "good", 25, Duration.ZERO, first), aim());
    awaitEnd(running, first, Outcome.CANCELLED);
  }

  @Test
  void isRefusedForGoodWithAWrongPasswordOrScheduler() {
    Dispatch attempt = attempt(UUID.randomUUID(), "good", 0, Duration.ZERO, null);
    for (Aim wrong : new Aim[] {aim("ann:wrong", "force"), aim("ann:a-word-of-a-test", "gone")}) {
      assertThat(target.send(attempt, wrong))
          .isInstanceOfSatisfying(
              Answer.Refused.class, refused -> assertThat(refused.again()).isFalse());
    }
    assertThat(look(attempt.attempt(), Duration.ofMinutes(10), null))
        .isInstanceOf(Sighting.Absent.class);
  }
}
