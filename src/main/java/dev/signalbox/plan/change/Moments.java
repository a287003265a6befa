package dev.signalbox.plan.change;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.TimelineEntryView;
import dev.signalbox.timeline.TimelineQuery;
import dev.signalbox.timeline.TimelineReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers when a plan came to which version, and how far the timeline was then. Entries of a plan
 * are written while it is held, so their numbers grow with its versions.
 */
@Component
public class Moments {

  private final JdbcClient jdbc;
  private final TimelineReader timeline;
  private final Clock clock;

  Moments(JdbcClient jdbc, TimelineReader timeline, Clock clock) {
    this.jdbc = jdbc;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * The plan at one version.
   *
   * @param at when it came to it; never before the version before it
   * @param lastEntry of the timeline that belongs to it
   */
  public record Moment(long version, Instant at, long lastEntry) {}

  /** Keeps the present version; all that belongs to it is on the timeline. */
  void keep(ProjectKey project, long version) {
    jdbc.sql(
            """
            insert into plan_moment (project, version, at, last_entry)
            values (:project, :version,
                    greatest(:at, (select max(at) from plan_moment where project = :project)),
                    :last)
            """)
        .param("project", project.value())
        .param("version", version)
        .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .param("last", lastEntry(project))
        .update();
  }

  /** The newest entry of the timeline of this project; 0 if there is none. */
  public long lastEntry(ProjectKey project) {
    return timeline.page(TimelineQuery.ofProject(project.value()), null, 1).items().stream()
        .mapToLong(TimelineEntryView::id)
        .findFirst()
        .orElse(0);
  }

  /** The last entry that belongs to a version; empty for one that is no longer known. */
  public OptionalLong lastEntry(ProjectKey project, long version) {
    return jdbc.sql(
            "select last_entry from plan_moment where project = :project and version = :version")
        .param("project", project.value())
        .param("version", version)
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** The last moment up to this instant, inclusive; empty if the plan was not there yet. */
  public Optional<Moment> at(ProjectKey project, Instant instant) {
    return jdbc.sql(
            """
            select version, at, last_entry from plan_moment
             where project = :project and at <= :at order by at desc, version desc limit 1
            """)
        .param("project", project.value())
        .param("at", instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .query((row, i) -> moment(row))
        .optional();
  }

  /** The first instant that is remembered; empty if there is no such project. */
  public Optional<Instant> begin(ProjectKey project) {
    return jdbc.sql("select min(at) from plan_moment where project = :project")
        .param("project", project.value())
        .query((row, i) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /**
   * The first instants at which the plan changed, in their order.
   *
   * @param after exclusive
   * @param until inclusive
   */
  public List<Instant> changes(ProjectKey project, Instant after, Instant until, int limit) {
    return jdbc.sql(
            """
            select distinct at from plan_moment
             where project = :project and at > :after and at <= :until order by at limit :limit
            """)
        .param("project", project.value())
        .param("after", after.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .param("until", until.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query((row, i) -> row.getObject("at", OffsetDateTime.class).toInstant())
        .list();
  }

  private static Moment moment(ResultSet row) throws SQLException {
    return new Moment(
        row.getLong("version"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getLong("last_entry"));
  }
}
