package dev.signalbox.validation.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.report.Outcome;
import dev.signalbox.validation.Adapter;
import dev.signalbox.validation.dispatch.Aim;
import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.Dispatch;
import dev.signalbox.validation.dispatch.Sighting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildbotTargetTests {

  private static final Duration YOUNG = Duration.ofSeconds(20);
  private static final Duration OLD = Duration.ofMinutes(10);

  private final FakeBuildbot buildbot = new FakeBuildbot();
  private final BuildbotTarget target = new BuildbotTarget(Aimed.rest(), Aimed.CLOCK);
  private final Aim aim = aim(FakeBuildbot.SECRET, "force");

  private Aim aim(String secret, String scheduler) {
    return Aimed.at(Adapter.BUILDBOT, buildbot.url(), secret, Map.of("scheduler", scheduler));
  }

  @AfterEach
  void close() {
    buildbot.close();
  }

  @Test
  void forcesABuildSetThatKnowsItsAttempt() {
    Dispatch attempt = Aimed.attempt(Duration.ZERO, null);
    assertThat(target.send(attempt, aim)).isEqualTo(new Answer.Taken("1", null));
    assertThat(buildbot.sets().getFirst().reason).contains(attempt.attempt().toString());
  }

  @Test
  void isFoundByItsReasonWhereTheAnswerNeverCame() {
    Dispatch other = Aimed.attempt(YOUNG, null);
    target.send(other, aim);
    Dispatch attempt = Aimed.attempt(YOUNG, null);
    buildbot.hangUpAfter(2);
    assertThat(target.send(attempt, aim)).isInstanceOf(Answer.Ambiguous.class);
    assertThat(target.look(attempt, aim)).isEqualTo(new Sighting.Waiting("2", null));
    buildbot.sets().get(1).claimed = true;
    assertThat(target.look(attempt, aim)).isEqualTo(new Sighting.Working("2", null));
  }

  @Test
  void hasSentNothingWhereOnlyTheSchedulerWasAskedFor() {
    buildbot.failAfterNext(502);
    assertThat(target.send(Aimed.attempt(Duration.ZERO, null), aim))
        .isInstanceOf(Answer.Postponed.class);
    assertThat(buildbot.sets()).isEmpty();
  }

  @Test
  void isBelievedAbsentOnlyOnceItCannotComeAnyMore() {
    assertThat(target.look(Aimed.attempt(YOUNG, null), aim)).isInstanceOf(Sighting.Unseen.class);
    assertThat(target.look(Aimed.attempt(OLD, null), aim)).isInstanceOf(Sighting.Absent.class);
    assertThat(target.look(Aimed.attempt(OLD, "9"), aim)).isInstanceOf(Sighting.Absent.class);
  }

  @Test
  void isRefusedForGoodWithAWrongPasswordOrScheduler() {
    for (Aim wrong : new Aim[] {aim("ann:no", "force"), aim(FakeBuildbot.SECRET, "gone")}) {
      assertThat(target.send(Aimed.attempt(Duration.ZERO, null), wrong))
          .isInstanceOfSatisfying(
              Answer.Refused.class, refused -> assertThat(refused.again()).isFalse());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, PASSED, ",
    "1, PASSED, ",
    "2, FAILED, ",
    "3, ERRORED, SKIPPED",
    "4, ERRORED, EXCEPTION",
    "5, ERRORED, RETRY",
    "6, CANCELLED, "
  })
  void readsHowABuildSetEnded(int results, Outcome outcome, String code) {
    target.send(Aimed.attempt(Duration.ZERO, null), aim);
    buildbot.sets().getFirst().results = results;
    assertThat(target.look(Aimed.attempt(YOUNG, "1"), aim))
        .isEqualTo(new Sighting.Ended(outcome, code, "1", null));
    buildbot.sets().getFirst().results = 7;
    assertThat(target.look(Aimed.attempt(YOUNG, "1"), aim)).isInstanceOf(Sighting.Unseen.class);
  }

  @Test
  void stopsWhatIsNotWantedAnyMore() {
    target.send(Aimed.attempt(Duration.ZERO, null), aim);
    target.stop(Aimed.attempt(YOUNG, "1"), aim);
    assertThat(buildbot.sets().getFirst().results).isEqualTo(6);
  }
}
