package dev.signalbox.dashboard;

import dev.signalbox.graph.PlanGraph;
import dev.signalbox.plan.ExternalView;
import dev.signalbox.plan.ProjectKey;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something outside the plan as pages show it.
 *
 * @param late how many days it is overdue, in words; null if it is not
 * @param state {@code OPEN} or {@code CLOSED}, in the words of the page
 * @param holds open tasks that wait for it, directly or not, nearest first; cut where it says so
 */
public record ExternalRow(
    ExternalView view,
    String href,
    String kind,
    String state,
    @Nullable String late,
    String closedAt,
    String revokedAt,
    List<String> holds,
    int held) {

  private static final int SHOWN = 12;

  /** With only the first few of the tasks that it holds. */
  public static ExternalRow brief(
      ProjectKey project, ExternalView view, PlanGraph graph, LocalDate today) {
    return of(project, view, graph, today, SHOWN);
  }

  /** With all of them, up to a bound. */
  public static ExternalRow full(
      ProjectKey project, ExternalView view, PlanGraph graph, LocalDate today) {
    return of(project, view, graph, today, 500);
  }

  private static ExternalRow of(
      ProjectKey project, ExternalView view, PlanGraph graph, LocalDate today, int shown) {
    List<String> held = view.isTask() ? List.of() : graph.heldBy(view.key());
    LocalDate due = view.expectedOn();
    boolean late = !view.closed() && due != null && due.isBefore(today);
    return new ExternalRow(
        view,
        Links.external(project.value(), view.key()),
        view.kind().name().toLowerCase(Locale.ROOT),
        view.closed() ? "there" : "awaited",
        late && due != null ? ChronoUnit.DAYS.between(due, today) + " days overdue" : null,
        Times.moment(view.closedAt()),
        Times.moment(view.revokedAt()),
        held.stream().limit(shown).toList(),
        held.size());
  }

  /** How many more it holds than are named. */
  public int more() {
    return held - holds.size();
  }
}
