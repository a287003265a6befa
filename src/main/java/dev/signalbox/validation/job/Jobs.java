package dev.signalbox.validation.job;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.validation.JobKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs as aggregates; columns that change with every run are kept beside them, by SQL. */
@Component
public class Jobs {

  private final EntityManager entities;
  private final JdbcClient sql;

  Jobs(EntityManager entities, JdbcClient sql) {
    this.entities = entities;
    this.sql = sql;
  }

  public Optional<Job> find(ProjectKey project, JobKey key) {
    return query(project, key, LockModeType.NONE);
  }

  /** The job, kept from other writers until the transaction ends. */
  public Optional<Job> lock(ProjectKey project, JobKey key) {
    return query(project, key, LockModeType.PESSIMISTIC_WRITE);
  }

  private Optional<Job> query(ProjectKey project, JobKey key, LockModeType lock) {
    return entities
        .createQuery("select j from Job j where j.project = :project and j.key = :key", Job.class)
        .setParameter("project", project.value())
        .setParameter("key", key.value())
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }

  public void add(Job job) {
    entities.persist(job);
    entities.flush();
  }

  /** Writes pending changes now, so that the version is the new one. */
  public void flush() {
    entities.flush();
  }

  /** The next number of a run; holds the job's row, so numbers have no gap and no twin. */
  public long nextRunNumber(Job job) {
    return sql.sql(
            "update job set last_run_number = last_run_number + 1 where id = ? returning last_run_number")
        .param(job.id())
        .query(Long.class)
        .single();
  }

  public void planNextFire(Job job, @Nullable Instant at) {
    sql.sql("update job set next_fire_at = cast(:at as timestamptz) where id = :id")
        .param("at", at == null ? null : at.toString())
        .param("id", job.id())
        .update();
  }

  public void rememberReadiness(Job job, @Nullable Boolean ready) {
    sql.sql("update job set task_was_ready = :ready where id = :id")
        .param("ready", ready, java.sql.Types.BOOLEAN)
        .param("id", job.id())
        .update();
  }

  /** Enabled jobs of the project that wait for a task to become READY. */
  public List<ReadyWatch> readyWatches(ProjectKey project) {
    return sql.sql(
            """
            select key, ready_task, coalesce(task_was_ready, false) as was_ready
            from job where project = ? and enabled and trigger = 'ON_READY' order by key
            """)
        .param(project.value())
        .query(ReadyWatch.class)
        .list();
  }

  /** One job that is due by the database's clock, locked; skips those another node works on. */
  public Optional<DueJob> lockDueJob() {
    return sql.sql(
            """
            select project, key, next_fire_at, clock_timestamp() as now
            from job where next_fire_at <= clock_timestamp()
            order by next_fire_at limit 1 for update skip locked
            """)
        .query(
            (row, number) ->
                new DueJob(
                    new ProjectKey(row.getString("project")),
                    new JobKey(row.getString("key")),
                    row.getTimestamp("next_fire_at").toInstant(),
                    row.getTimestamp("now").toInstant()))
        .optional();
  }

  /** Moves a job that is due out of the way, from now, so that others get their turn. */
  public void putOffFire(DueJob due, Duration pause) {
    sql.sql(
            """
            update job set next_fire_at = clock_timestamp() + make_interval(secs => ?)
            where project = ? and key = ? and next_fire_at <= clock_timestamp()
            """)
        .params(pause.toSeconds(), due.project().value(), due.key().value())
        .update();
  }

  /** What an ON_READY job saw last. */
  public record ReadyWatch(String key, String readyTask, boolean wasReady) {}

  /** A job whose planned instant has come. */
  public record DueJob(ProjectKey project, JobKey key, Instant plannedAt, Instant now) {}
}
