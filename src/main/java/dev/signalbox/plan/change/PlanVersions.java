package dev.signalbox.plan.change;

import dev.signalbox.plan.PlanChanged;
import dev.signalbox.plan.ProjectKey;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds a plan still while it is changed, and moves its version on. */
@Component
public class PlanVersions {

  private final JdbcClient jdbc;
  private final Moments moments;
  private final ApplicationEventPublisher events;

  PlanVersions(JdbcClient jdbc, Moments moments, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.moments = moments;
    this.events = events;
  }

  /**
   * Locks the plan until the transaction ends, so that what a guard saw is still so when the change
   * lands.
   *
   * @return its version, or empty if there is no such project
   */
  public Optional<Long> hold(ProjectKey project) {
    return jdbc.sql("select plan_version from project where key = :key for update")
        .param("key", project.value())
        .query(Long.class)
        .optional();
  }

  /** Remembers the first version of a plan. */
  public void begin(ProjectKey project) {
    moments.keep(project, hold(project).orElseThrow());
  }

  /**
   * Gives the plan its next version and tells everyone; call it last, with all changes flushed and
   * recorded.
   */
  public long move(ProjectKey project) {
    long version =
        jdbc.sql(
                "update project set plan_version = nextval('plan_version_seq') where key = :key"
                    + " returning plan_version")
            .param("key", project.value())
            .query(Long.class)
            .single();
    moments.keep(project, version);
    events.publishEvent(new PlanChanged(project, version));
    return version;
  }
}
