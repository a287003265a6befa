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
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabTargetTests {

  private static final Duration YOUNG = Duration.ofSeconds(20);
  private static final Duration OLD = Duration.ofMinutes(10);

  private final FakeGitLab gitlab = new FakeGitLab();
  private final GitLabTarget target = new GitLabTarget(Aimed.rest(), Aimed.CLOCK);
  private final Aim aim = aim(FakeGitLab.TOKEN, "main");

  private Aim aim(String token, String ref) {
    return Aimed.at(
        Adapter.GITLAB, gitlab.url(), token, Map.of("project", FakeGitLab.PROJECT, "ref", ref));
  }

  @AfterEach
  void close() {
    gitlab.close();
  }

  @Test
  void startsAPipelineThatKnowsItsAttempt() {
    Dispatch attempt = Aimed.attempt(Duration.ZERO, null);
    Answer answer = target.send(attempt, aim);
    FakeGitLab.Pipeline pipeline = gitlab.only();
    assertThat(answer)
        .isEqualTo(
            new Answer.Taken(
                "" + pipeline.id, gitlab.url() + "/team/app/-/pipelines/" + pipeline.id));
    assertThat(pipeline.variables)
        .containsEntry("SIGNALBOX_ATTEMPT", attempt.attempt().toString())
        .containsEntry("SIGNALBOX_REPORT_TO", attempt.reportTo())
        .containsEntry("branch", "release/5");
  }

  @Test
  void isRefusedForGoodWithAWrongTokenOrBranch() {
    Dispatch attempt = Aimed.attempt(Duration.ZERO, null);
    for (Aim wrong : new Aim[] {aim("another", "main"), aim(FakeGitLab.TOKEN, "gone")}) {
      assertThat(target.send(attempt, wrong))
          .isInstanceOfSatisfying(
              Answer.Refused.class, refused -> assertThat(refused.again()).isFalse());
    }
    assertThat(gitlab.pipelines()).isEmpty();
  }

  @Test
  void waitsForTheResetOfAUsedUpRateLimit() {
    long reset = Instant.now().plusSeconds(90).getEpochSecond();
    gitlab.refuseNext(
        429, Map.of("RateLimit-Remaining", "0", "RateLimit-Reset", Long.toString(reset)));
    assertThat(target.send(Aimed.attempt(Duration.ZERO, null), aim))
        .isInstanceOfSatisfying(
            Answer.Postponed.class,
            postponed ->
                assertThat(postponed.asked())
                    .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90)));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 0})
  void isFoundByItsAttemptWhereTheAnswerNeverCame(int status) {
    gitlab.other();
    Dispatch attempt = Aimed.attempt(YOUNG, null);
    if (status == 0) {
      gitlab.hangUpAfterNext();
    } else {
      gitlab.failAfterNext(status);
    }
    assertThat(target.send(attempt, aim)).isInstanceOf(Answer.Ambiguous.class);
    gitlab.other();
    assertThat(target.look(attempt, aim))
        .isInstanceOfSatisfying(
            Sighting.Waiting.class, waiting -> assertThat(waiting.externalId()).isEqualTo("42"));
  }

  @Test
  void isBelievedAbsentOnlyOnceItCannotComeAnyMore() {
    gitlab.other();
    assertThat(target.look(Aimed.attempt(YOUNG, null), aim)).isInstanceOf(Sighting.Unseen.class);
    assertThat(target.look(Aimed.attempt(OLD, null), aim)).isInstanceOf(Sighting.Absent.class);
    assertThat(target.look(Aimed.attempt(YOUNG, "99"), aim)).isInstanceOf(Sighting.Unseen.class);
    assertThat(target.look(Aimed.attempt(OLD, "99"), aim)).isInstanceOf(Sighting.Absent.class);
  }

  @Test
  void isNotBelievedAbsentWhereTheListMayBeCutShort() {
    for (int other = 0; other < 60; other++) {
      gitlab.other();
    }
    assertThat(target.look(Aimed.attempt(OLD, null), aim)).isInstanceOf(Sighting.Unseen.class);
  }

  @Test
  void isFoundBehindAPipelineThatMayNotBeRead() {
    gitlab.other();
    Dispatch attempt = Aimed.attempt(OLD, null);
    gitlab.hangUpAfterNext();
    assertThat(target.send(attempt, aim)).isInstanceOf(Answer.Ambiguous.class);
    gitlab.hide(41);
    assertThat(target.look(attempt, aim)).isInstanceOf(Sighting.Waiting.class);
    assertThat(target.look(Aimed.attempt(OLD, null), aim)).isInstanceOf(Sighting.Unseen.class);
  }

  @Test
  void isNotBelievedAbsentByWhoMayNotLook() {
    gitlab.refuseNext(403, Map.of());
    assertThat(target.look(Aimed.attempt(OLD, null), aim)).isInstanceOf(Sighting.Unseen.class);
    gitlab.other();
    gitlab.other();
    gitlab.asked().clear();
    assertThat(target.look(Aimed.attempt(OLD, null), aim("another", "main")))
        .isInstanceOf(Sighting.Unseen.class);
  }

  @ParameterizedTest
  @CsvSource({
    "created, Waiting", "waiting_for_resource, Waiting", "preparing, Waiting", "pending, Waiting",
    "manual, Waiting", "scheduled, Waiting", "running, Working", "canceling, Working",
    "a status of tomorrow, Unseen"
  })
  void readsHowAPipelineIsDoing(String status, String sighting) {
    assertThat(seen(status).getClass().getSimpleName()).isEqualTo(sighting);
  }

  @ParameterizedTest
  @CsvSource({"success, PASSED", "failed, FAILED", "canceled, CANCELLED", "skipped, ERRORED"})
  void readsHowAPipelineEnded(String status, Outcome outcome) {
    assertThat(seen(status))
        .isInstanceOfSatisfying(
            Sighting.Ended.class,
            ended -> {
              assertThat(ended.outcome()).isEqualTo(outcome);
              assertThat(ended.errorCode() != null).isEqualTo(outcome == Outcome.ERRORED);
            });
  }

  private Sighting seen(String status) {
    Answer.Taken taken = (Answer.Taken) target.send(Aimed.attempt(Duration.ZERO, null), aim);
    gitlab.only().status = status;
    return target.look(Aimed.attempt(YOUNG, taken.externalId()), aim);
  }

  @Test
  void stopsWhatIsNotWantedAnyMore() {
    Answer.Taken taken = (Answer.Taken) target.send(Aimed.attempt(Duration.ZERO, null), aim);
    gitlab.failAfterNext(502);
    assertThat(target.stop(Aimed.attempt(YOUNG, taken.externalId()), aim)).isFalse();
    assertThat(target.stop(Aimed.attempt(YOUNG, taken.externalId()), aim)).isTrue();
    assertThat(gitlab.only().status).isEqualTo("canceled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../admin", "a b", "x?y", "x#y", "x\n"})
  void refusesAProjectThatIsNone(String project) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new JobTarget(Adapter.GITLAB, gitlab.url(), Map.of("project", project), "glpat-x"));
  }

  @Test
  void namesWhatIsMissingOrUnknown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JobTarget(Adapter.GITLAB, gitlab.url(), Map.of(), "t"))
        .withMessageContaining("project");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new JobTarget(
                    Adapter.GITLAB, gitlab.url(), Map.of("project", "1", "refs", "x"), "t"))
        .withMessageContaining("refs");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new JobTarget(
                    Adapter.GITLAB, gitlab.url() + "?private_token=x", Map.of("project", "1"), "t"))
        .withMessageContaining("query");
  }
}
