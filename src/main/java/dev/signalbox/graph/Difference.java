package dev.signalbox.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two graphs over the same tasks.
 *
 * @param states in the plan's order
 * @param causesGone ranked as they were
 * @param causesNew ranked as they are then
 * @param criticalPath then
 * @param days in the plan's order: where the day differs on which all is expected that holds a task
 */
public record Difference(
    List<State> states,
    List<RankedCause> causesGone,
    List<RankedCause> causesNew,
    List<String> criticalPath,
    List<Day> days) {

  /** A derived state before and after. */
  public record State(String task, DerivedState before, DerivedState after) {}

  /** An expected day before and after; null where it is not known or nothing holds the task. */
  public record Day(String task, @Nullable LocalDate before, @Nullable LocalDate after) {}

  /** The simple way: compares everything. */
  static Difference between(PlanGraph before, PlanGraph after) {
    List<State> states = new ArrayList<>();
    List<Day> days = new ArrayList<>();
    long[] daysBefore = Days.of(before.passes());
    long[] daysAfter = Days.of(after.passes());
    for (int task = 0; task < before.passes().nodes().tasks(); task++) {
      String key = before.passes().nodes().key(task);
      DerivedState old = before.verdicts().state(task);
      DerivedState now = after.verdicts().state(task);
      if (old != now) {
        states.add(new State(key, old, now));
      }
      LocalDate oldDay = Days.shown(old, daysBefore[before.passes().components().of[task]]);
      LocalDate newDay = Days.shown(now, daysAfter[after.passes().components().of[task]]);
      if (!Objects.equals(oldDay, newDay)) {
        days.add(new Day(key, oldDay, newDay));
      }
    }
    return new Difference(
        List.copyOf(states),
        missing(after, before),
        missing(before, after),
        after.criticalPath(),
        List.copyOf(days));
  }

  private static List<RankedCause> missing(PlanGraph from, PlanGraph of) {
    Set<String> there =
        from.passes().causes().all.stream().map(RootCause::id).collect(Collectors.toSet());
    boolean any = of.passes().causes().all.stream().anyMatch(each -> !there.contains(each.id()));
    return any
        ? of.rootCauses().stream().filter(each -> !there.contains(each.cause().id())).toList()
        : List.of();
  }
}
