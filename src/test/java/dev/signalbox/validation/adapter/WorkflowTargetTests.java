package dev.signalbox.validation.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.report.Outcome;
import dev.signalbox.validation.Adapter;
import dev.signalbox.validation.adapter.FakeActions.Kind;
import dev.signalbox.validation.adapter.FakeActions.Run;
import dev.signalbox.validation.dispatch.Aim;
import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.Dispatch;
import dev.signalbox.validation.dispatch.Sighting;
import dev.signalbox.validation.dispatch.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** GitHub, Gitea and Forgejo, each as its own API answers. */
class WorkflowTargetTests {

  private static final Duration YOUNG = Duration.ofSeconds(20);
  private static final Duration OLD = Duration.ofMinutes(10);

  private static Target target(Kind kind) {
    return kind.adapter == Adapter.GITHUB
        ? new GitHubTarget(Aimed.rest(), Aimed.CLOCK)
        : new GiteaTarget(Aimed.rest(), Aimed.CLOCK);
  }

  private static Aim aim(FakeActions actions, Kind kind, String token, String ref) {
    return Aimed.at(
        kind.adapter,
        actions.url(),
        token,
        Map.of("repository", "team/app", "workflow", "nightly.yml", "ref", ref));
  }

  private static Aim aim(FakeActions actions, Kind kind) {
    return aim(actions, kind, FakeActions.TOKEN, "main");
  }

  private static Run only(FakeActions actions) {
    assertThat(actions.runs()).hasSize(1);
    return actions.runs().values().iterator().next();
  }

  @ParameterizedTest
  @EnumSource
  void dispatchesAWorkflowThatKnowsItsAttempt(Kind kind) {
    try (FakeActions actions = new FakeActions(kind)) {
      Dispatch attempt = Aimed.attempt(Duration.ZERO, null);
      Answer answer = target(kind).send(attempt, aim(actions, kind));
      Run run = only(actions);
      assertThat(run.title).contains(attempt.attempt().toString());
      String id = kind == Kind.GITHUB_WITHOUT_ID ? null : "" + run.id;
      assertThat(answer)
          .isInstanceOfSatisfying(
              Answer.Taken.class, taken -> assertThat(taken.externalId()).isEqualTo(id));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isRefusedForGoodWithWordsOfTheTarget(Kind kind) {
    try (FakeActions actions = new FakeActions(kind)) {
      Dispatch attempt = Aimed.attempt(Duration.ZERO, null);
      Answer.Refused unknown =
          (Answer.Refused) target(kind).send(attempt, aim(actions, kind, "another", "main"));
      assertThat(unknown.again()).isFalse();
      Answer.Refused gone =
          (Answer.Refused) target(kind).send(attempt, aim(actions, kind, FakeActions.TOKEN, "x"));
      assertThat(gone.again()).isFalse();
      assertThat(gone.words()).contains("422: No ref found for: x");
    }
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsNameWhereTheAnswerNeverCame(Kind kind) {
    try (FakeActions actions = new FakeActions(kind)) {
      actions.other("workflow_dispatch", "Nightly " + UUID.randomUUID());
      Dispatch attempt = Aimed.attempt(YOUNG, null);
      if (kind == Kind.GITHUB_WITHOUT_ID) {
        actions.hangUpAfter(1);
      } else {
        actions.hangUpAfterNext();
      }
      assertThat(target(kind).send(attempt, aim(actions, kind)))
          .isInstanceOf(Answer.Ambiguous.class);
      actions.other("workflow_dispatch", "Nightly " + UUID.randomUUID());
      assertThat(target(kind).look(attempt, aim(actions, kind)))
          .isInstanceOfSatisfying(
              Sighting.Waiting.class,
              waiting -> assertThat(waiting.externalId()).isEqualTo("9000000002"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverBelievesANameThatAStrangerWrote(Kind kind) {
    try (FakeActions actions = new FakeActions(kind)) {
      Dispatch attempt = Aimed.attempt(YOUNG, null);
      Run forged = actions.other("pull_request", "Fix " + attempt.attempt());
      forged.status = "completed";
      forged.conclusion = "success";
      assertThat(target(kind).look(attempt, aim(actions, kind)))
          .isInstanceOf(Sighting.Unseen.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isBelievedAbsentOnlyWhereNoRunCanBeIt(Kind kind) {
    try (FakeActions actions = new FakeActions(kind)) {
      Target target = target(kind);
      Aim aim = aim(actions, kind);
      actions.other("workflow_dispatch", "Nightly " + UUID.randomUUID());
      Run earlier = actions.other("workflow_dispatch", "Nightly");
      earlier.created = Instant.now().minus(Duration.ofDays(1));
      assertThat(target.look(Aimed.attempt(YOUNG, null), aim)).isInstanceOf(Sighting.Unseen.class);
      assertThat(target.look(Aimed.attempt(OLD, null), aim)).isInstanceOf(Sighting.Absent.class);

      actions.other("workflow_dispatch", "Nightly without its attempt");
      assertThat(target.look(Aimed.attempt(OLD, null), aim))
          .isInstanceOfSatisfying(
              Sighting.Unseen.class, unseen -> assertThat(unseen.words()).contains("run-name"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNotBelievedAbsentBehindTheEndOfTheList(Kind kind) {
    try (FakeActions actions = new FakeActions(kind)) {
      for (int run = 0; run < 120; run++) {
        actions.other("workflow_dispatch", "Nightly " + UUID.randomUUID());
      }
      assertThat(target(kind).look(Aimed.attempt(OLD, null), aim(actions, kind)))
          .isInstanceOf(Sighting.Unseen.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void waitsAsARateLimitAsks(Kind kind) {
    try (FakeActions actions = new FakeActions(kind)) {
      String reset = Long.toString(Instant.now().plusSeconds(120).getEpochSecond());
      Map<String, String> usedUp = Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset);
      actions.refuseNext(403, usedUp);
      assertThat(target(kind).send(Aimed.attempt(Duration.ZERO, null), aim(actions, kind)))
          .isInstanceOfSatisfying(
              Answer.Postponed.class,
              postponed ->
                  assertThat(postponed.asked())
                      .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(120)));
      actions.refuseNext(403, usedUp);
      assertThat(target(kind).look(Aimed.attempt(YOUNG, "1"), aim(actions, kind)))
          .isInstanceOfSatisfying(
              Sighting.Unseen.class,
              unseen -> assertThat(unseen.asked()).isGreaterThan(Duration.ofSeconds(90)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "success, PASSED, ",
    "failure, FAILED, ",
    "cancelled, CANCELLED, ",
    "skipped, ERRORED, SKIPPED"
  })
  void readsHowARunEndedInAllOfThem(String conclusion, Outcome outcome, String code) {
    for (Kind kind : Kind.values()) {
      assertThat(seen(kind, conclusion))
          .as(kind.name())
          .isInstanceOfSatisfying(
              Sighting.Ended.class,
              ended -> {
                assertThat(ended.outcome()).isEqualTo(outcome);
                assertThat(ended.errorCode()).isEqualTo(code);
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "timed_out, TIMEOUT",
    "startup_failure, STARTUP_FAILURE",
    "neutral, NEUTRAL",
    "stale, STALE"
  })
  void takesNothingElseForAPass(String conclusion, String code) {
    assertThat(seen(Kind.GITHUB, conclusion))
        .isInstanceOfSatisfying(
            Sighting.Ended.class, ended -> assertThat(ended.errorCode()).isEqualTo(code));
    assertThat(seen(Kind.GITHUB, "a conclusion of tomorrow")).isInstanceOf(Sighting.Unseen.class);
    assertThat(seen(Kind.GITHUB, "action_required")).isInstanceOf(Sighting.Waiting.class);
  }

  private static Sighting seen(Kind kind, String conclusion) {
    try (FakeActions actions = new FakeActions(kind)) {
      Run run = actions.other("workflow_dispatch", "Nightly");
      run.status = "completed";
      run.conclusion = conclusion;
      return target(kind).look(Aimed.attempt(YOUNG, "" + run.id), aim(actions, kind));
    }
  }

  @ParameterizedTest
  @EnumSource
  void seesItAtWorkAndStopsIt(Kind kind) {
    try (FakeActions actions = new FakeActions(kind)) {
      Run run = actions.other("workflow_dispatch", "Nightly");
      Dispatch attempt = Aimed.attempt(YOUNG, "" + run.id);
      Aim aim = aim(actions, kind);
      run.status = "in_progress";
      assertThat(target(kind).look(attempt, aim)).isInstanceOf(Sighting.Working.class);
      target(kind).stop(attempt, aim);
      assertThat(run.conclusion).isEqualTo("cancelled");
    }
  }
}
