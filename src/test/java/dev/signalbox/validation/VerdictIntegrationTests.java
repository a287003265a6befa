package dev.signalbox.validation;

import static dev.signalbox.validation.Yard.JOB;
import static dev.signalbox.validation.Yard.PERSON;
import static dev.signalbox.validation.Yard.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.SignalboxTest;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.report.Fact;
import dev.signalbox.report.Outcome;
import dev.signalbox.validation.run.RunDesk;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SignalboxTest
class VerdictIntegrationTests {

  @Autowired private Yard yard;
  @Autowired private Validation validation;
  @Autowired private RunDesk runs;
  @Autowired private JdbcClient sql;

  @Test
  void keepsASecondOutcomeAsDuplicateOrConflictAndChangesNothing() {
    ProjectKey project = yard.projectWith(job(null, 1));
    UUID attempt = yard.trigger(project).attempt();
    assertThat(yard.report(project, attempt, Outcome.PASSED)).isEqualTo(ResultVerdict.APPLIED);
    assertThat(yard.report(project, attempt, Outcome.PASSED)).isEqualTo(ResultVerdict.DUPLICATE);
    assertThat(yard.report(project, attempt, null)).isEqualTo(ResultVerdict.LATE);
    assertThat(yard.report(project, attempt, Outcome.FAILED)).isEqualTo(ResultVerdict.CONFLICT);
    RunView run = yard.view(project);
    assertThat(run.summary().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(run.attempts().getFirst().conflict()).isTrue();
    assertThat(run.attempts().getFirst().results())
        .extracting(ResultView::verdict)
        .containsExactly(
            ResultVerdict.APPLIED,
            ResultVerdict.DUPLICATE,
            ResultVerdict.LATE,
            ResultVerdict.CONFLICT);
    assertThat(yard.story(project))
        .endsWith("run.passed", "run.result_repeated", "run.result_late", "run.result_conflict");
  }

  @Test
  void letsACancelWinAgainstALaterSuccess() {
    ProjectKey project = yard.projectWith(job(null, 3));
    RunSummary run = yard.trigger(project);
    assertThat(validation.cancel(project, JOB, run.number(), PERSON))
        .isEqualTo(CancelAnswer.CANCELLED);
    assertThat(yard.report(project, run.attempt(), Outcome.PASSED)).isEqualTo(ResultVerdict.LATE);
    assertThat(yard.latest(project).outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(validation.cancel(project, JOB, run.number(), PERSON))
        .isEqualTo(CancelAnswer.ALREADY_OVER);
    assertThat(validation.cancel(project, JOB, 99, PERSON)).isEqualTo(CancelAnswer.NO_SUCH_RUN);
  }

  @Test
  void fencesOutTheAttemptBeforeARetry() {
    ProjectKey project = yard.projectWith(job(null, 2));
    UUID first = yard.trigger(project).attempt();
    assertThat(yard.report(project, first, Outcome.ERRORED)).isEqualTo(ResultVerdict.APPLIED);
    RunSummary retried = yard.latest(project);
    assertThat(retried.attemptNumber()).isEqualTo(2);
    assertThat(retried.outcome()).isNull();
    assertThat(yard.report(project, first, Outcome.PASSED)).isEqualTo(ResultVerdict.LATE);
    assertThat(yard.latest(project).outcome()).isNull();
    assertThat(yard.report(project, retried.attempt(), Outcome.PASSED))
        .isEqualTo(ResultVerdict.APPLIED);
    assertThat(yard.latest(project).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(yard.story(project)).contains("run.retrying", "run.result_late");
  }

  @Test
  void endsErroredOnceNoAttemptIsLeft() {
    ProjectKey project = yard.projectWith(job(null, 2));
    yard.report(project, yard.trigger(project).attempt(), Outcome.ERRORED);
    yard.report(project, yard.latest(project).attempt(), Outcome.ERRORED);
    assertThat(yard.latest(project).outcome()).isEqualTo(Outcome.ERRORED);
    assertThat(yard.latest(project).errorCode()).isEqualTo("UNSPECIFIED");
  }

  @Test
  void doesNotRepeatAFailure() {
    ProjectKey project = yard.projectWith(job(null, 3));
    yard.report(project, yard.trigger(project).attempt(), Outcome.FAILED);
    assertThat(yard.latest(project).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void neverPassesWithoutTheExpectedFacts() {
    ProjectKey project = yard.projectWith(job(null, 1, "p95"));
    yard.report(project, yard.trigger(project).attempt(), Outcome.PASSED);
    assertThat(yard.latest(project).outcome()).isEqualTo(Outcome.ERRORED);
    assertThat(yard.latest(project).errorCode()).isEqualTo("INVALID_RESULT");
    yard.report(
        project,
        yard.trigger(project).attempt(),
        Outcome.PASSED,
        new Fact("p95", new BigDecimal("180.5"), "ms"));
    assertThat(yard.latest(project).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(yard.latest(project).facts())
        .containsExactly(new Fact("p95", new BigDecimal("180.5"), "ms"));
  }

  @Test
  void knowsNoAttemptOfAnotherProject() {
    ProjectKey mine = yard.projectWith(job(null, 1));
    ProjectKey other = yard.projectWith(job(null, 1));
    UUID attempt = yard.trigger(mine).attempt();
    assertThat(yard.report(other, attempt, Outcome.PASSED))
        .isEqualTo(ResultVerdict.UNKNOWN_ATTEMPT);
    assertThat(yard.report(mine, new UUID(4, 2), Outcome.PASSED))
        .isEqualTo(ResultVerdict.UNKNOWN_ATTEMPT);
    assertThat(yard.latest(mine).outcome()).isNull();
  }

  @Test
  void reportsALostRunOnceItIsSilentForTooLongAndTakesNoLaterPass() {
    ProjectKey project = yard.projectWith(job(null, 1));
    UUID attempt = yard.trigger(project).attempt();
    yard.report(project, attempt, null);
    runs.reap(attempt);
    assertThat(yard.latest(project).outcome()).isNull();
    yard.moveBack(attempt, "silence_deadline_at");
    assertThat(runs.overdue(200)).contains(attempt);
    runs.reap(attempt);
    assertThat(yard.latest(project).errorCode()).isEqualTo("LOST");
    assertThat(yard.report(project, attempt, Outcome.PASSED)).isEqualTo(ResultVerdict.LATE);
    assertThat(yard.latest(project).outcome()).isEqualTo(Outcome.ERRORED);
  }

  @Test
  void endsWhatRunsOverItsDeadline() {
    ProjectKey project = yard.projectWith(job(null, 1));
    UUID attempt = yard.trigger(project).attempt();
    yard.report(project, attempt, null);
    yard.moveBack(attempt, "run_deadline_at");
    runs.reap(attempt);
    assertThat(yard.latest(project).errorCode()).isEqualTo("TIMEOUT");
  }

  @Test
  void appliesOneOfManyParallelReports() throws Exception {
    ProjectKey project = yard.projectWith(job(null, 1));
    UUID attempt = yard.trigger(project).attempt();
    List<Callable<ResultVerdict>> calls =
        Stream.generate(
                () -> (Callable<ResultVerdict>) () -> yard.report(project, attempt, Outcome.PASSED))
            .limit(40)
            .toList();
    int applied = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      for (Future<ResultVerdict> verdict : pool.invokeAll(calls)) {
        applied += verdict.get() == ResultVerdict.APPLIED ? 1 : 0;
      }
    }
    assertThat(applied).isEqualTo(1);
    assertThat(yard.attempt(project).results()).hasSize(40);
    assertThat(yard.story(project)).containsOnlyOnce("run.passed");
  }

  @Test
  void neverChangesAStoredResult() {
    ProjectKey project = yard.projectWith(job(null, 1));
    UUID attempt = yard.trigger(project).attempt();
    yard.report(project, attempt, Outcome.FAILED);
    assertThatThrownBy(
            () ->
                sql.sql(
                        "update result set outcome = 'PASSED', judged = 'PASSED' where attempt_id = ?")
                    .param(attempt)
                    .update())
        .hasMessageContaining("never changed");
  }
}
