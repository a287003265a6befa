package dev.signalbox.validation.run;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.validation.Adapter;
import dev.signalbox.validation.JobKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs as aggregates; whoever wants to change one gets it locked. */
@Component
class Runs {

  private final EntityManager entities;
  private final JdbcClient sql;

  Runs(EntityManager entities, JdbcClient sql) {
    this.entities = entities;
    this.sql = sql;
  }

  void add(Run run) {
    entities.persist(run);
    entities.flush();
  }

  /** Writes pending changes now, so that statements beside JPA see them. */
  void flush() {
    entities.flush();
  }

  /** The run of an attempt, locked. */
  Optional<Run> lockByAttempt(UUID attempt) {
    return byAttempt(attempt, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The run of an attempt, to read. */
  Optional<Run> findByAttempt(UUID attempt) {
    return byAttempt(attempt, LockModeType.NONE);
  }

  private Optional<Run> byAttempt(UUID attempt, LockModeType lock) {
    return entities
        .createQuery(
            "select r from Run r where r.id = (select a.run.id from Attempt a where a.id = :id)",
            Run.class)
        .setParameter("id", attempt)
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }

  Optional<Run> lock(ProjectKey project, JobKey job, long number) {
    return entities
        .createQuery(
            """
            select r from Run r
            where r.number = :number
              and r.job.id = (select j.id from Job j where j.project = :project and j.key = :job)
            """,
            Run.class)
        .setParameter("number", number)
        .setParameter("project", project.value())
        .setParameter("job", job.value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  int countOpen(long jobId) {
    return sql.sql("select count(*) from run where job_id = ? and finished_at is null")
        .param(jobId)
        .query(Integer.class)
        .single();
  }

  /** Unfinished attempts at targets that can be looked at, oldest first. */
  List<UUID> outThere() {
    return sql.sql(
            """
            select a.id from attempt a
            join run r on r.id = a.run_id
            join job j on j.id = r.job_id
            where a.finished_at is null and a.state in ('DISPATCHED', 'UNKNOWN', 'RUNNING')
              and j.adapter in (:watched)
            order by a.created_at
            """)
        .param(
            "watched",
            Arrays.stream(Adapter.values()).filter(Adapter::isWatched).map(Adapter::name).toList())
        .query(UUID.class)
        .list();
  }

  /** Attempts whose nearest deadline has passed by the database's clock. */
  List<UUID> overdue(int limit) {
    return sql.sql(
            """
            select id from attempt
            where finished_at is null and check_at <= clock_timestamp()
            order by check_at limit ?
            """)
        .param(limit)
        .query(UUID.class)
        .list();
  }
}
