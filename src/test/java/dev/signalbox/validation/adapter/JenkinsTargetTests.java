package dev.signalbox.validation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.report.Outcome;
import dev.signalbox.validation.Adapter;
import dev.signalbox.validation.JobTarget;
import dev.signalbox.validation.dispatch.Aim;
import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.Dispatch;
import dev.signalbox.validation.dispatch.Sighting;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JenkinsTargetTests {

  private static final Duration YOUNG = Duration.ofSeconds(20);
  private static final Duration OLD = Duration.ofMinutes(10);

  private final FakeJenkins jenkins = new FakeJenkins();
  private final JenkinsTarget target = new JenkinsTarget(Aimed.rest(), Aimed.CLOCK);
  private final Aim aim = aim(FakeJenkins.SECRET);

  private Aim aim(String secret) {
    return Aimed.at(Adapter.JENKINS, jenkins.url(), secret, Map.of("job", "folder/the app"));
  }

  @AfterEach
  void close() {
    jenkins.close();
  }

  private String send(Dispatch attempt) {
    String id = ((Answer.Taken) target.send(attempt, aim)).externalId();
    assertThat(id).startsWith("queue/");
    return id;
  }

  @Test
  void neverHasTwoAttemptsMergedInTheQueue() {
    send(Aimed.attempt(Duration.ZERO, null));
    send(Aimed.attempt(Duration.ZERO, null));
    assertThat(jenkins.queue()).hasSize(2);
    UUID same = UUID.randomUUID();
    send(Aimed.attempt(same, Duration.ZERO, null));
    send(Aimed.attempt(same, Duration.ZERO, null));
    assertThat(jenkins.queue()).hasSize(3);
  }

  @Test
  void followsAnItemToItsBuild() {
    UUID attempt = UUID.randomUUID();
    String queued = send(Aimed.attempt(attempt, Duration.ZERO, null));
    Dispatch known = Aimed.attempt(attempt, YOUNG, queued);
    assertThat(target.look(known, aim)).isEqualTo(new Sighting.Waiting(queued, null));
    FakeJenkins.Build build = jenkins.begin();
    assertThat(target.look(known, aim))
        .isInstanceOfSatisfying(
            Sighting.Working.class,
            working -> {
              assertThat(working.externalId()).isEqualTo("" + build.number);
              assertThat(working.url()).startsWith(jenkins.url());
            });
  }

  @Test
  void findsTheBuildOfAnItemThatIsForgotten() {
    UUID attempt = UUID.randomUUID();
    String queued = send(Aimed.attempt(attempt, Duration.ZERO, null));
    jenkins.begin().result = "SUCCESS";
    jenkins.forgetTheQueue();
    assertThat(target.look(Aimed.attempt(attempt, OLD, queued), aim))
        .isInstanceOfSatisfying(
            Sighting.Ended.class, ended -> assertThat(ended.outcome()).isEqualTo(Outcome.PASSED));
  }

  @Test
  void findsWhatTheAnswerNeverToldOf() {
    Dispatch attempt = Aimed.attempt(YOUNG, null);
    jenkins.hangUpAfterNext();
    assertThat(target.send(attempt, aim)).isInstanceOf(Answer.Ambiguous.class);
    assertThat(target.look(attempt, aim)).isInstanceOf(Sighting.Waiting.class);
    jenkins.begin();
    jenkins.forgetTheQueue();
    assertThat(target.look(attempt, aim)).isInstanceOf(Sighting.Working.class);
  }

  @Test
  void isBelievedAbsentOnlyOnceItCannotComeAnyMore() {
    assertThat(target.look(Aimed.attempt(YOUNG, null), aim)).isInstanceOf(Sighting.Unseen.class);
    assertThat(target.look(Aimed.attempt(OLD, null), aim)).isInstanceOf(Sighting.Absent.class);
    assertThat(target.look(Aimed.attempt(OLD, "77"), aim)).isInstanceOf(Sighting.Absent.class);
    for (int other = 0; other < 120; other++) {
      send(Aimed.attempt(Duration.ZERO, null));
      jenkins.begin();
      jenkins.forgetTheQueue();
    }
    assertThat(target.look(Aimed.attempt(OLD, null), aim)).isInstanceOf(Sighting.Unseen.class);
  }

  @Test
  void isRefusedForGoodWithAWrongToken() {
    assertThat(target.send(Aimed.attempt(Duration.ZERO, null), aim("ann:wrong")))
        .isInstanceOfSatisfying(
            Answer.Refused.class, refused -> assertThat(refused.again()).isFalse());
    assertThat(target.look(Aimed.attempt(OLD, null), aim("ann:wrong")))
        .isInstanceOf(Sighting.Unseen.class);
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS, PASSED, ",
    "UNSTABLE, FAILED, ",
    "FAILURE, FAILED, ",
    "ABORTED, CANCELLED, ",
    "NOT_BUILT, ERRORED, NOT_BUILT"
  })
  void readsHowABuildEnded(String result, Outcome outcome, String code) {
    send(Aimed.attempt(Duration.ZERO, null));
    FakeJenkins.Build build = jenkins.begin();
    build.result = result;
    assertThat(target.look(Aimed.attempt(YOUNG, "" + build.number), aim))
        .isInstanceOfSatisfying(
            Sighting.Ended.class,
            ended -> {
              assertThat(ended.outcome()).isEqualTo(outcome);
              assertThat(ended.errorCode()).isEqualTo(code);
            });
  }

  @Test
  void stopsAnItemOrABuild() {
    UUID attempt = UUID.randomUUID();
    String queued = send(Aimed.attempt(attempt, Duration.ZERO, null));
    Dispatch waiting = Aimed.attempt(attempt, YOUNG, queued);
    FakeJenkins.Build build = jenkins.begin();
    target.stop(Aimed.attempt(attempt, YOUNG, "" + build.number), aim);
    assertThat(build.result).isEqualTo("ABORTED");
    jenkins.forgetTheQueue();
    String second = send(Aimed.attempt(Duration.ZERO, null));
    target.stop(Aimed.attempt(YOUNG, second), aim);
    assertThat(target.look(Aimed.attempt(YOUNG, second), aim))
        .isInstanceOfSatisfying(
            Sighting.Ended.class,
            ended -> assertThat(ended.outcome()).isEqualTo(Outcome.CANCELLED));
    assertThat(waiting.externalId()).isNotEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/app", "app/", "a//b", "../x", "a/../b", "a?b", "a%2Fb", "."})
  void refusesAJobThatIsNone(String job) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JobTarget(Adapter.JENKINS, jenkins.url(), Map.of("job", job), "a:b"));
  }
}
