package dev.signalbox;

import dev.signalbox.plan.ProjectKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes plans older, so that there is a past to look at without waiting for it. */
@Component
public class AgedPlan {

  private final JdbcClient jdbc;
  private final Clock clock;

  AgedPlan(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Makes the plan ten days older, and returns a day since which nothing changed. */
  public LocalDate aged(ProjectKey project) {
    by(project, 10);
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(3);
  }

  private void by(ProjectKey project, int days) {
    jdbc.sql(
            "update plan_moment set at = at - make_interval(days => :days) where project = :project")
        .param("days", days)
        .param("project", project.value())
        .update();
  }
}
