package dev.signalbox.validation.run;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.validation.JobKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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
    return entities
        .createQuery(
            "select r from Run r where r.id = (select a.run.id from Attempt a where a.id = :id)",
            Run.class)
        .setParameter("id", attempt)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
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
