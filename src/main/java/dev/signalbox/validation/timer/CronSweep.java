package dev.signalbox.validation.timer;

import dev.signalbox.timeline.Actor;
import dev.signalbox.validation.JobTrigger;
import dev.signalbox.validation.job.CronPlan;
import dev.signalbox.validation.job.Job;
import dev.signalbox.validation.job.Jobs;
import dev.signalbox.validation.job.Jobs.DueJob;
import dev.signalbox.validation.run.RunDesk;
import dev.signalbox.validation.run.RunStart;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts jobs whose planned instant has come. Instants missed while nobody was there fire once
 * together, for the last of them; the run and the next instant are one commit. A job that fails is
 * put off, and holds up no other.
 */
@Component
class CronSweep {

  private static final Logger LOG = LoggerFactory.getLogger(CronSweep.class);
  private static final Actor CRON = Actor.system("cron");
  private static final int MOST = 1000;
  private static final Duration PUT_OFF = Duration.ofMinutes(5);

  private final Jobs jobs;
  private final RunDesk runs;
  private final TransactionTemplate transaction;

  CronSweep(Jobs jobs, RunDesk runs, TransactionTemplate transaction) {
    this.jobs = jobs;
    this.runs = runs;
    this.transaction = transaction;
  }

  void fireDue() {
    int fired = 0;
    while (fired < MOST && fireNext()) {
      fired++;
    }
  }

  private boolean fireNext() {
    AtomicReference<DueJob> locked = new AtomicReference<>();
    try {
      return Boolean.TRUE.equals(transaction.execute(status -> fireOne(locked)));
    } catch (RuntimeException e) {
      DueJob due = locked.get();
      if (due == null) {
        throw e;
      }
      LOG.error(
          "Job {} of {} could not be started by its clock; put off", due.key(), due.project(), e);
      transaction.executeWithoutResult(status -> jobs.putOffFire(due, PUT_OFF));
      return true;
    }
  }

  private boolean fireOne(AtomicReference<DueJob> locked) {
    return jobs.lockDueJob()
        .map(
            due -> {
              locked.set(due);
              jobs.find(due.project(), due.key()).ifPresent(job -> fire(job, due));
              return true;
            })
        .orElse(false);
  }

  private void fire(Job job, DueJob due) {
    CronPlan plan = job.cronPlan().orElse(null);
    if (plan == null) {
      jobs.planNextFire(job, null);
      return;
    }
    Instant planned = plan.lastWithin(due.plannedAt(), due.now()).orElse(due.plannedAt());
    runs.begin(job, new RunStart(JobTrigger.CRON, CRON.name(), planned, Map.of()), CRON);
    jobs.planNextFire(job, plan.after(due.now()).orElse(null));
  }
}
