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
 * @param href where it is shown; null for what has no page
 * @param age in whole days, in words; null if since is unknown
 * @param sure how sure the reader of prose was; empty where nobody had to guess
 * @param critical steps of the longest chain that it holds
 * @param behind tasks that it holds and that are not ready when it is gone
 * @param supposable whether one can ask what would be without it
 */
public record CauseRow(
    String id,
    String key,
    @Nullable String href,
    String reason,
    String kind,
    String since,
    @Nullable String age,
    String sure,
    String owners,
    int holds,
    int alone,
    int critical,
    List<String> freesNow,
    int behind,
    boolean supposable) {

  static CauseRow of(RankedCause ranked, @Nullable String href, String owners, LocalDate today) {
    RootCause cause = ranked.cause();
    LocalDate since = cause.since();
    return new CauseRow(
        cause.id(),
        cause.key(),
        href,
        cause.reason(),
        kind(cause),
        since == null ? "unknown" : since.toString(),
        since == null ? null : ChronoUnit.DAYS.between(since, today) + " days",
        ProposalRow.sure(cause.sureness()),
        owners,
        ranked.holds(),
        ranked.holdsSolely(),
        ranked.onCriticalPath(),
        ranked.freesNow(),
        ranked.holds() - ranked.freesNow().size(),
        cause.kind() != RootCause.Kind.CYCLE);
  }

  private static String kind(RootCause cause) {
    if (cause.blockerClass() != null) {
      return cause.blockerClass().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    return switch (cause.kind()) {
      case BLOCKER -> "blocker";
      case EXTERNAL ->
          cause.externalKind() == null
              ? "external item"
              : "external " + cause.externalKind().name().toLowerCase(Locale.ROOT);
      case UNKNOWN -> "unknown key";
      case UNSTATED -> "no reason stated";
      case CANCELLED -> "cancelled";
      case CYCLE -> "circle";
      case SPRINT -> "empty sprint";
    };
  }
}
