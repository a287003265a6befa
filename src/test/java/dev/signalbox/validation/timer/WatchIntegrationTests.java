package dev.signalbox.validation.timer;

import static dev.signalbox.validation.Yard.JOB;
import static dev.signalbox.validation.Yard.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Await;
import dev.signalbox.SignalboxTest;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.validation.Adapter;
import dev.signalbox.validation.AttemptView;
import dev.signalbox.validation.JobAnswer;
import dev.signalbox.validation.JobDefinition;
import dev.signalbox.validation.JobDesk;
import dev.signalbox.validation.JobTarget;
import dev.signalbox.validation.ReportedResult;
import dev.signalbox.validation.ResultVerdict;
import dev.signalbox.validation.Validation;
import dev.signalbox.validation.Yard;
import dev.signalbox.validation.adapter.FakeGitLab;
import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.DispatchQueue;
import dev.signalbox.validation.dispatch.Sighting;
import dev.signalbox.validation.run.RunDesk;
import dev.signalbox.validation.run.RunWatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attempts at a target that can be asked: nothing depends on a report that may never come. */
@SignalboxTest
class WatchIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired private Yard yard;
  @Autowired private JobDesk desk;
  @Autowired private Validation validation;
  @Autowired private DispatchQueue queue;
  @Autowired private Reconciler reconciler;
  @Autowired private RunWatch watch;
  @Autowired private RunDesk runs;
  @Autowired private JdbcClient sql;

  private final FakeGitLab gitlab = new FakeGitLab();

  @AfterEach
  void close() {
    gitlab.close();
  }

  @Test
  void endsARunWhoseReportNeverCame() {
    ProjectKey project = started(1);
    await(project, "DISPATCHED");
    gitlab.only().status = "running";
    lookUntil(project, "RUNNING");
    gitlab.only().status = "success";
    lookUntil(project, "PASSED");
    assertThat(yard.attempt(project).results().getLast().origin()).isEqualTo("poll");
  }

  @Test
  void findsAnAttemptWhoseAnswerWasCutOff() {
    gitlab.hangUpAfterNext();
    ProjectKey project = started(1);
    await(project, "UNKNOWN");
    assertThat(yard.attempt(project).externalId()).isNull();
    lookUntil(project, "DISPATCHED");
    assertThat(yard.attempt(project).externalId()).isEqualTo("" + gitlab.only().id);
    assertThat(yard.attempt(project).calls()).isEqualTo(1);
  }

  @Test
  void callsAgainOnlyOnceTheTargetIsSeenNotToHaveIt() {
    gitlab.hangUpBeforeNext();
    ProjectKey project = started(1);
    await(project, "UNKNOWN");
    look(project);
    Await.until(PATIENCE, () -> gitlab.asked().size() >= 2);
    assertThat(gitlab.pipelines()).isEmpty();
    assertThat(yard.attempt(project).state()).isEqualTo("UNKNOWN");

    sentLongAgo(project);
    lookUntil(project, "DISPATCHED");
    AttemptView attempt = yard.attempt(project);
    assertThat(attempt.number()).isEqualTo(1);
    assertThat(attempt.calls()).isEqualTo(2);
    assertThat(gitlab.only().variables).containsEntry("SIGNALBOX_ATTEMPT", attempt.id().toString());
  }

  @Test
  void triesAgainWhereTheTargetLostTheRun() {
    ProjectKey project = started(2);
    await(project, "DISPATCHED");
    gitlab.pipelines().clear();
    sentLongAgo(project);
    Await.until(
        PATIENCE,
        () -> {
          queue.watchNow(yard.view(project).attempts().getFirst().id());
          return yard.view(project).attempts().size() == 2;
        });
    assertThat(yard.view(project).attempts().getFirst().errorCode()).isEqualTo("LOST");
  }

  @Test
  void looksForWhatTheTargetCallsItWhateverItsReportsSay() {
    ProjectKey project = started(2);
    await(project, "DISPATCHED");
    AttemptView attempt = yard.attempt(project);
    ReportedResult alive =
        new ReportedResult(attempt.id(), null, null, List.of(), null, "build 7", null, "test");
    assertThat(validation.report(project, alive, Yard.CI)).isEqualTo(ResultVerdict.APPLIED);
    sentLongAgo(project);
    gitlab.only().status = "failed";
    lookUntil(project, "FAILED");
    assertThat(yard.view(project).attempts()).hasSize(1);
  }

  @Test
  void doesNotTakeATargetThatCannotBeAskedForSilence() {
    ProjectKey project = started(1);
    await(project, "DISPATCHED");
    AttemptView attempt = yard.attempt(project);
    RunWatch.OutThere before = watch.outThere(attempt.id()).orElseThrow();
    sql.sql("update attempt set check_at = now() + interval '5 seconds' where id = ?")
        .param(attempt.id())
        .update();
    watch.saw(before.dispatch(), new Sighting.Unseen("down", null));
    assertThat(watch.outThere(attempt.id()).orElseThrow().left())
        .isGreaterThan(Duration.ofMinutes(1));
  }

  @Test
  void stopsWhatBeganWhileItWasCancelled() {
    ProjectKey project = started(1);
    await(project, "DISPATCHED");
    AttemptView attempt = yard.attempt(project);
    String id = attempt.externalId();
    sql.sql("update attempt set state = 'DISPATCHING', target_handle = null where id = ?")
        .param(attempt.id())
        .update();
    validation.cancel(project, JOB, 1, PERSON);
    assertThat(gitlab.only().status).isNotEqualTo("canceled");
    runs.answer(attempt.id(), new Answer.Taken(id, null));
    Await.until(PATIENCE, () -> gitlab.only().status.equals("canceled"));
  }

  @Test
  void stopsThereWhatWasCancelledHere() {
    ProjectKey project = started(1);
    await(project, "DISPATCHED");
    validation.cancel(project, JOB, 1, PERSON);
    Await.until(PATIENCE, () -> gitlab.only().status.equals("canceled"));
  }

  @Test
  void looksNoLongerWhereTheJobIsAimedElsewhere() {
    ProjectKey project = started(1);
    await(project, "DISPATCHED");
    long version = desk.job(project, JOB).orElseThrow().version();
    JobTarget elsewhere = target("another/app", FakeGitLab.TOKEN);
    assertThat(desk.edit(project, JOB, version, job(elsewhere, 1), PERSON))
        .isInstanceOf(JobAnswer.Saved.class);
    assertThat(watch.outThere(yard.attempt(project).id())).isEmpty();
  }

  @Test
  void looksForEverythingWhenItStarts() {
    ProjectKey project = started(1);
    await(project, "DISPATCHED");
    gitlab.only().status = "failed";
    sql.sql("delete from scheduled_tasks where task_name = 'watch-attempt' and task_instance = ?")
        .param(yard.attempt(project).id().toString())
        .update();
    reconciler.reconcile();
    await(project, "FAILED");
  }

  @Test
  void sendsATokenNeverToAnAddressThatItWasNotStatedFor() {
    ProjectKey project = yard.project();
    assertThat(desk.define(project, JOB, job(target(FakeGitLab.PROJECT, null), 1), PERSON))
        .isInstanceOf(JobAnswer.NeedsSecret.class);
    JobAnswer.Saved saved =
        (JobAnswer.Saved)
            desk.define(project, JOB, job(target(FakeGitLab.PROJECT, FakeGitLab.TOKEN), 1), PERSON);
    JobTarget moved =
        new JobTarget(Adapter.GITLAB, gitlab.url() + "/other", Map.of("project", "team/app"), null);
    assertThat(desk.edit(project, JOB, saved.job().version(), job(moved, 1), PERSON))
        .isInstanceOf(JobAnswer.NeedsSecret.class);
    assertThat(
            desk.edit(
                project, JOB, saved.job().version(), job(target("team/other", null), 1), PERSON))
        .isInstanceOf(JobAnswer.Saved.class);
  }

  private ProjectKey started(int attempts) {
    ProjectKey project =
        yard.projectWith(job(target(FakeGitLab.PROJECT, FakeGitLab.TOKEN), attempts));
    yard.trigger(project);
    return project;
  }

  private JobTarget target(String project, @Nullable String token) {
    return new JobTarget(Adapter.GITLAB, gitlab.url(), Map.of("project", project), token);
  }

  private static JobDefinition job(JobTarget target, int attempts) {
    JobDefinition usual = JobDefinition.manual("Nightly", "tests", target);
    return new JobDefinition(
        usual.name(),
        usual.kind(),
        usual.trigger(),
        null,
        null,
        null,
        target,
        usual.queueDeadline(),
        usual.runDeadline(),
        usual.silenceLimit(),
        attempts,
        Duration.ofSeconds(1),
        null,
        List.of(),
        Map.of(),
        "",
        true);
  }

  /** A look under way is not repeated, so one is not always enough. */
  private void lookUntil(ProjectKey project, String state) {
    Await.until(
        PATIENCE,
        () -> {
          look(project);
          return yard.attempt(project).state().equals(state);
        });
  }

  private void await(ProjectKey project, String state) {
    Await.until(PATIENCE, () -> yard.attempt(project).state().equals(state));
  }

  private void look(ProjectKey project) {
    queue.watchNow(yard.attempt(project).id());
  }

  private void sentLongAgo(ProjectKey project) {
    sql.sql("update attempt set claimed_at = claimed_at - interval '10 minutes' where id = ?")
        .param(yard.attempt(project).id())
        .update();
  }
}
