package dev.signalbox.validation.timer;

import static dev.signalbox.validation.Yard.JOB;
import static dev.signalbox.validation.Yard.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.Await;
import dev.signalbox.SignalboxTest;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.validation.JobDefinition;
import dev.signalbox.validation.JobDesk;
import dev.signalbox.validation.JobTrigger;
import dev.signalbox.validation.JobView;
import dev.signalbox.validation.RunView;
import dev.signalbox.validation.Validation;
import dev.signalbox.validation.Yard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SignalboxTest
class TriggerIntegrationTests {

  @Autowired private Yard yard;
  @Autowired private JobDesk desk;
  @Autowired private Validation validation;
  @Autowired private Plan plan;
  @Autowired private CronSweep sweep;
  @Autowired private JdbcClient sql;

  @Test
  void firesOnceForAllThatWasMissedAndPlansTheNext() {
    ProjectKey project = yard.projectWith(cron("0 * * * *"));
    assertThat(nextFire(project)).isNotNull();
    sql.sql(
            """
            update job set next_fire_at = date_trunc('hour', now() at time zone 'UTC')
                       at time zone 'UTC' - interval '5 hours' where project = ?
            """)
        .param(project.value())
        .update();
    Instant before = nextFire(project);
    sweep.fireDue();
    sweep.fireDue();
    assertThat(validation.runs(project, JOB, Long.MAX_VALUE, 10).items()).hasSize(1);
    RunView run = yard.view(project);
    assertThat(run.trigger()).isEqualTo(JobTrigger.CRON);
    assertThat(run.plannedAt()).isAfter(before);
    assertThat(Duration.between(run.plannedAt(), nextFire(project))).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void refusesASecondRunOfOnePlannedInstant() {
    ProjectKey project = yard.projectWith(cron("0 * * * *"));
    sql.sql("update job set next_fire_at = now() - interval '1 minute' where project = ?")
        .param(project.value())
        .update();
    sweep.fireDue();
    assertThatThrownBy(
            () ->
                sql.sql(
                        """
                        insert into run (job_id, number, state, trigger, triggered_by, planned_at,
                                         created_at, version)
                        select job_id, number + 1, 'QUEUED', 'CRON', 'twin', planned_at, now(), 0
                        from run where job_id = (select id from job where project = ?)
                        """)
                    .param(project.value())
                    .update())
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void putsOffABadJobAndFiresTheOthers() {
    ProjectKey bad = yard.projectWith(cron("0 * * * *"));
    ProjectKey good = yard.projectWith(cron("0 * * * *"));
    sql.sql(
            """
            update job set cron = case project when :bad then 'no cron at all' else cron end,
                       next_fire_at = now() - case project when :bad then interval '2 hours'
                                                           else interval '1 minute' end
            where project in (:bad, :good)
            """)
        .param("bad", bad.value())
        .param("good", good.value())
        .update();
    Await.untilAsserted(
        Duration.ofSeconds(15),
        () -> {
          sweep.fireDue();
          assertThat(yard.latest(good).number()).isEqualTo(1);
          assertThat(nextFire(bad))
              .isBetween(Instant.now().plusSeconds(240), Instant.now().plusSeconds(300));
        });
    assertThat(validation.latestRun(bad, JOB)).isEmpty();
  }

  @Test
  void doesNotFireAJobThatIsSwitchedOff() {
    ProjectKey project = yard.projectWith(cron("* * * * *"));
    JobView read = desk.job(project, JOB).orElseThrow();
    desk.edit(project, JOB, read.version(), definition("* * * * *", null, false), PERSON);
    assertThat(nextFire(project)).isNull();
  }

  @Test
  void startsOnceForEachTimeThatItsTaskBecomesReady() {
    ProjectKey project = yard.project();
    declare(project, TaskState.TODO);
    desk.define(project, JOB, definition(null, "OPS-2", true), PERSON);
    assertThat(validation.latestRun(project, JOB)).isEmpty();

    declare(project, TaskState.DONE);
    assertThat(yard.latest(project).number()).isEqualTo(1);
    assertThat(yard.view(project).trigger()).isEqualTo(JobTrigger.ON_READY);

    declare(project, TaskState.DONE);
    assertThat(yard.latest(project).number()).isEqualTo(1);

    declare(project, TaskState.TODO);
    declare(project, TaskState.DONE);
    assertThat(yard.latest(project).number()).isEqualTo(2);
    assertThat(validation.runsOfTask(project, "OPS-2", 10)).hasSize(2);
  }

  /** A sprint of two tasks, of which the second waits for the first. */
  private void declare(ProjectKey project, TaskState first) {
    List<PlanEdit.TaskText> tasks = new ArrayList<>();
    tasks.add(task("OPS-1", first, List.of()));
    tasks.add(task("OPS-2", TaskState.TODO, List.of("OPS-1")));
    plan.apply(
        project,
        new PlanEdit(
            new PlanEdit.SprintText("S-1", "One", "", "", List.of()),
            tasks,
            List.of(),
            List.of(),
            List.of()),
        PERSON);
  }

  private static PlanEdit.TaskText task(String key, TaskState state, List<String> dependsOn) {
    return new PlanEdit.TaskText(
        new TaskKey(key), "Text of " + key, state, null, List.of(), "", dependsOn, List.of());
  }

  private @Nullable Instant nextFire(ProjectKey project) {
    return desk.job(project, JOB).orElseThrow().nextFireAt();
  }

  private static JobDefinition cron(String cron) {
    return definition(cron, null, true);
  }

  private static JobDefinition definition(
      @Nullable String cron, @Nullable String task, boolean enabled) {
    return new JobDefinition(
        "Timed",
        "tests",
        cron == null ? JobTrigger.ON_READY : JobTrigger.CRON,
        cron,
        cron == null ? null : "UTC",
        task,
        null,
        Duration.ofHours(1),
        Duration.ofHours(1),
        Duration.ofMinutes(5),
        1,
        Duration.ofSeconds(1),
        null,
        List.of(),
        Map.of(),
        "",
        enabled);
  }
}
