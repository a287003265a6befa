package dev.signalbox.dashboard;

import dev.signalbox.graph.RankedCause;
import dev.signalbox.graph.RootCause;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A root cause as the blockers page lists it.
 *
 * @param taskHref where its task is shown; null for what is no task
 * @param age in whole days, in words; null if since is unknown
 */
public record CauseRow(
    String id,
    String key,
    @Nullable String taskHref,
    String reason,
    String kind,
    String since,
    @Nullable String age,
    String owners,
    int holds,
    int alone,
    List<String> freesNow) {

  static CauseRow of(
      RankedCause ranked, @Nullable String taskHref, String owners, LocalDate today) {
    RootCause cause = ranked.cause();
    LocalDate since = cause.since();
    return new CauseRow(
        cause.id(),
        cause.key(),
        taskHref,
        cause.reason(),
        kind(cause),
        since == null ? "unknown" : since.toString(),
        since == null ? null : ChronoUnit.DAYS.between(since, today) + " days",
        owners,
        ranked.holds(),
        ranked.holdsSolely(),
        ranked.freesNow());
  }

  private static String kind(RootCause cause) {
    if (cause.blockerClass() != null) {
      return cause.blockerClass().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    return switch (cause.kind()) {
      case BLOCKER -> "blocker";
      case EXTERNAL -> "external item";
      case UNKNOWN -> "unknown key";
      case UNSTATED -> "no reason stated";
      case CANCELLED -> "cancelled";
      case CYCLE -> "circle";
      case SPRINT -> "empty sprint";
    };
  }
}
