package dev.signalbox.validation;

import static dev.signalbox.validation.Yard.JOB;
import static dev.signalbox.validation.Yard.PERSON;
import static dev.signalbox.validation.Yard.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Await;
import dev.signalbox.SignalboxTest;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.report.Outcome;
import dev.signalbox.validation.run.RunDesk;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SignalboxTest
class DispatchIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Autowired private Yard yard;
  @Autowired private JobDesk desk;
  @Autowired private Validation validation;
  @Autowired private RunDesk runs;
  @Autowired private JdbcClient sql;

  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void dispatchesSignedAndTakesTheResultBack() {
    receiver.answering(201, "{\"external_id\":\"build 7\",\"url\":\"https://ci.example/7\"}");
    ProjectKey project = yard.projectWith(job(receiver.url(), 1));
    RunSummary run = yard.trigger(project);
    assertThat(run.state()).isEqualTo("QUEUED");
    assertThat(run.triggeredBy()).isEqualTo("maria");
    awaitAttempt(project, "DISPATCHED");

    Receiver.Dispatched dispatched = receiver.taken().getFirst();
    assertThat(dispatched.verified()).isTrue();
    assertThat(dispatched.id()).isEqualTo(run.attempt().toString());
    assertThat(dispatched.message().get("type").asString()).isEqualTo("validation.dispatch");
    assertThat(dispatched.message().get("run_number").asLong()).isEqualTo(1);
    assertThat(dispatched.message().get("attempt_number").asInt()).isEqualTo(1);
    assertThat(dispatched.message().get("inputs").get("branch").asString()).isEqualTo("main");
    assertThat(dispatched.message().get("report_to").asString()).contains(run.attempt().toString());
    assertThat(yard.attempt(project).externalId()).isEqualTo("build 7");

    assertThat(yard.report(project, run.attempt(), null)).isEqualTo(ResultVerdict.APPLIED);
    assertThat(yard.latest(project).state()).isEqualTo("RUNNING");
    assertThat(yard.report(project, run.attempt(), Outcome.PASSED))
        .isEqualTo(ResultVerdict.APPLIED);
    assertThat(validation.latestFinishedRun(project, JOB).orElseThrow().outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(yard.story(project))
        .containsExactly("run.queued", "run.dispatched", "run.running", "run.passed");
    assertThat(receiver.taken()).hasSize(1);
  }

  @Test
  void callsAgainUnderTheSameIdWhereTheCallWasPutOff() {
    receiver.answering(503, Map.of("Retry-After", "1")).answering(202, "");
    ProjectKey project = yard.projectWith(job(receiver.url(), 1));
    RunSummary run = yard.trigger(project);
    awaitAttempt(project, "DISPATCHED");
    assertThat(receiver.taken())
        .extracting(Receiver.Dispatched::id)
        .containsExactly(run.attempt().toString(), run.attempt().toString());
    assertThat(yard.attempt(project).number()).isEqualTo(1);
    assertThat(yard.attempt(project).calls()).isEqualTo(2);
  }

  @Test
  void neverCallsAgainWhereTheCallMayHaveArrived() {
    receiver.answering(Receiver.HANG_UP, "");
    ProjectKey project = yard.projectWith(job(receiver.url(), 1));
    RunSummary run = yard.trigger(project);
    awaitAttempt(project, "UNKNOWN");
    assertThat(yard.latest(project).state()).isEqualTo("RUNNING");
    assertThat(runs.claim(run.attempt())).isEmpty();
    assertThat(receiver.taken()).hasSize(1);
    assertThat(yard.report(project, run.attempt(), Outcome.PASSED))
        .isEqualTo(ResultVerdict.APPLIED);
    assertThat(yard.latest(project).outcome()).isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void takesAnErrorOfTheServerForUnknownAndNeverTriesAgain(int status) {
    receiver.answering(status, "");
    ProjectKey project = yard.projectWith(job(receiver.url(), 3));
    RunSummary run = yard.trigger(project);
    awaitAttempt(project, "UNKNOWN");
    yard.moveBack(run.attempt(), "silence_deadline_at");
    runs.reap(run.attempt());
    assertThat(yard.latest(project).errorCode()).isEqualTo("DISPATCH_UNKNOWN");
    assertThat(yard.latest(project).outcome()).isEqualTo(Outcome.ERRORED);
    assertThat(yard.view(project).attempts()).hasSize(1);
    assertThat(receiver.taken()).hasSize(1);
  }

  @Test
  void endsARunThatItsTargetRefusesWithoutAnotherAttempt() {
    receiver.answering(410, "");
    ProjectKey project = yard.projectWith(job(receiver.url(), 3));
    yard.trigger(project);
    awaitRun(project, "ERRORED");
    assertThat(yard.latest(project).errorCode()).isEqualTo("REFUSED");
    assertThat(receiver.taken()).hasSize(1);
  }

  @Test
  void doesNotFollowARedirect() {
    receiver.answering(307, Map.of("Location", receiver.url()));
    ProjectKey project = yard.projectWith(job(receiver.url(), 1));
    yard.trigger(project);
    awaitRun(project, "ERRORED");
    assertThat(yard.latest(project).errorCode()).isEqualTo("REFUSED");
    assertThat(receiver.taken()).hasSize(1);
  }

  @Test
  void doesNotCallWhatIsInNoAllowedNetwork() {
    ProjectKey project = yard.projectWith(job("http://169.254.169.254/latest", 3));
    yard.trigger(project);
    awaitRun(project, "ERRORED");
    assertThat(yard.latest(project).errorCode()).isEqualTo("TARGET_FORBIDDEN");
    assertThat(yard.attempt(project).number()).isEqualTo(1);
  }

  @Test
  void showsADispatchThatWasCutOffAsUnknownAndDoesNotRepeatIt() {
    ProjectKey project = yard.projectWith(job(receiver.url(), 1));
    UUID attempt = cutOffDispatch(project);
    int before = receiver.taken().size();
    assertThat(runs.claim(attempt)).isEmpty();
    assertThat(yard.attempt(project).state()).isEqualTo("UNKNOWN");
    assertThat(receiver.taken()).hasSize(before);
    assertThat(yard.report(project, attempt, null)).isEqualTo(ResultVerdict.APPLIED);
    assertThat(yard.latest(project).state()).isEqualTo("RUNNING");
  }

  @Test
  void reapsADispatchThatWasCutOffWhereItsTaskIsGoneToo() {
    ProjectKey project = yard.projectWith(job(receiver.url(), 1));
    UUID attempt = cutOffDispatch(project);
    yard.moveBack(attempt, "claimed_at");
    runs.reap(attempt);
    assertThat(yard.attempt(project).state()).isEqualTo("UNKNOWN");
  }

  /** As a kill between the first and the third commit leaves it. */
  private UUID cutOffDispatch(ProjectKey project) {
    RunSummary run = yard.trigger(project);
    awaitAttempt(project, "DISPATCHED");
    sql.sql(
            """
            update attempt set state = 'DISPATCHING', last_sign_at = null,
                   silence_deadline_at = null where id = ?
            """)
        .param(run.attempt())
        .update();
    return run.attempt();
  }

  @Test
  void waitsForSomebodyElseToBeginWhereTheJobHasNoTarget() {
    ProjectKey project = yard.projectWith(job(null, 1));
    yard.trigger(project);
    awaitAttempt(project, "DISPATCHED");
  }

  @Test
  void makesASecretForATargetWithoutOneAndShowsItOnce() {
    ProjectKey project = yard.project();
    JobDefinition open =
        JobDefinition.manual("Smoke", "tests", JobTarget.signedHttp(receiver.url(), null));
    JobAnswer.Saved saved = (JobAnswer.Saved) desk.define(project, JOB, open, PERSON);
    assertThat(saved.madeSecret()).startsWith("whsec_");
    JobAnswer.Saved edited =
        (JobAnswer.Saved) desk.edit(project, JOB, saved.job().version(), open, PERSON);
    assertThat(edited.madeSecret()).isNull();
    assertThat(edited.job().version()).isEqualTo(saved.job().version());
    assertThat(desk.define(project, JOB, open, PERSON)).isInstanceOf(JobAnswer.AlreadyExists.class);
  }

  @Test
  void refusesAnEditOfAnOlderVersion() {
    ProjectKey project = yard.projectWith(job(null, 1));
    JobView read = desk.job(project, JOB).orElseThrow();
    JobAnswer first = desk.edit(project, JOB, read.version(), job(null, 2, "p95"), PERSON);
    assertThat(first).isInstanceOf(JobAnswer.Saved.class);
    assertThat(desk.edit(project, JOB, read.version(), job(null, 3), PERSON))
        .isEqualTo(new JobAnswer.Stale(((JobAnswer.Saved) first).job().version()));
    JobView now = desk.job(project, JOB).orElseThrow();
    assertThat(now.maxAttempts()).isEqualTo(2);
    assertThat(now.expectedFacts()).containsExactly("p95");
  }

  private void awaitAttempt(ProjectKey project, String state) {
    Await.untilAsserted(PATIENCE, () -> assertThat(yard.attempt(project).state()).isEqualTo(state));
  }

  private void awaitRun(ProjectKey project, String state) {
    Await.untilAsserted(PATIENCE, () -> assertThat(yard.latest(project).state()).isEqualTo(state));
  }
}
