package dev.signalbox.progress;

import dev.signalbox.graph.Graphs;
import dev.signalbox.plan.PlanPast;
import dev.signalbox.plan.PlanPast.Dated;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.progress.BlockedTime.Resolution;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells how a plan went, from its history. The future is not there yet: it ends now. */
@Service
public class Progress {

  /** Most items of one list in an answer. */
  public static final int MAX_ITEMS = 5_000;

  /** How many days back it begins, at the end of that day in UTC, where nobody says. */
  private static final int USUAL_DAYS = 30;

  /** Tasks times looks that one exact answer may cost; beyond, there is a look a day. */
  static final long EXACT_BUDGET = 2_000_000;

  /** Tasks times looks that any answer may cost. */
  static final long BUDGET = 8_000_000;

  private final PlanPast past;
  private final Graphs graphs;
  private final Clock clock;

  Progress(PlanPast past, Graphs graphs, Clock clock) {
    this.past = past;
    this.graphs = graphs;
    this.clock = clock;
  }

  /** What became of the plan between two instants. */
  public TwoDates compare(ProjectKey project, Instant from, @Nullable Instant to, int limit) {
    Instant end = end(to);
    Instant begin = begin(from, end);
    List<Dated> plans = past.snapshots(project, List.of(begin, end));
    return TwoDates.between(plans.getFirst(), plans.getLast(), limit);
  }

  /** How the plan, or one sprint of it, stood at each step. */
  public Series series(
      ProjectKey project,
      @Nullable String sprint,
      @Nullable Instant from,
      @Nullable Instant to,
      Steps step) {
    Instant end = end(to);
    List<Instant> points = step.between(begin(from, end), end);
    affordable(project, points.size());
    List<Dated> plans = past.snapshots(project, points);
    known(sprint, plans);
    return Series.of(plans, sprint);
  }

  /** For how long tasks were blocked; exact where the changes are not too many. */
  public BlockedTime blockedTime(
      ProjectKey project,
      @Nullable String sprint,
      @Nullable Instant from,
      @Nullable Instant to,
      int limit) {
    Instant end = end(to);
    Instant begin = begin(from, end);
    List<Instant> looks = new ArrayList<>(List.of(begin));
    long tasks = Math.max(1, graphs.of(project).snapshot().tasks().size());
    int most = (int) Math.min(PlanPast.INSTANTS_LIMIT - 1, EXACT_BUDGET / tasks);
    List<Instant> changes = past.changes(project, begin, end, most + 1);
    boolean exact = changes.size() <= most;
    if (exact) {
      looks.addAll(changes);
    } else {
      looks = Steps.DAILY.between(begin, end);
      affordable(project, looks.size());
    }
    List<Dated> plans = past.snapshots(project, looks);
    known(sprint, plans);
    return BlockedTimes.of(plans, end, sprint, exact ? Resolution.EXACT : Resolution.DAILY, limit);
  }

  private Instant end(@Nullable Instant to) {
    Instant now = clock.instant();
    return to == null || to.isAfter(now) ? now : to;
  }

  private static Instant begin(@Nullable Instant from, Instant to) {
    if (from == null) {
      OffsetDateTime day = to.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
      return day.minusDays(USUAL_DAYS - 1L).toInstant().minusNanos(1);
    }
    if (from.isAfter(to)) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "It begins before it ends, and not in the future.");
    }
    return from;
  }

  private void affordable(ProjectKey project, int looks) {
    if ((long) graphs.of(project).snapshot().tasks().size() * looks > BUDGET) {
      throw new ProblemException(
          ProblemType.UNPROCESSABLE,
          "The plan is too large for so many looks. Take a longer step or less time.");
    }
  }

  private static void known(@Nullable String sprint, List<Dated> plans) {
    boolean found =
        sprint == null
            || plans.stream()
                .flatMap(plan -> plan.snapshot().sprints().stream())
                .anyMatch(each -> each.key().equals(sprint));
    if (!found) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "The plan had no sprint " + sprint + " in that time.");
    }
  }
}
