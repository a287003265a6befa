package dev.signalbox.progress;

import dev.signalbox.graph.Comparison;
import dev.signalbox.graph.Comparison.DeclaredChange;
import dev.signalbox.graph.Comparison.StateChange;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.RankedCause;
import dev.signalbox.plan.PlanPast.Dated;
import dev.signalbox.plan.PlanSnapshot;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a plan between two instants. Each list tells how long it is and begins; {@code
 * from} and {@code to} count all.
 *
 * @param added tasks that are in the plan and were not
 * @param gone tasks that were in the plan and are not any more
 * @param states derived states that differ, of tasks that were there at both
 * @param declared declared states that differ, of these
 * @param ready tasks that became ready; those of them that were there before
 * @param noLongerReady tasks that were ready and are not, whatever became of them
 * @param causesGone root causes that are gone, ranked as they were
 * @param causesNew root causes that are new, ranked as they are
 * @param closed items outside the plan that came
 * @param revoked items outside the plan that were there and are not any more
 */
public record TwoDates(
    Point from,
    Point to,
    Some<Seen> added,
    Some<Seen> gone,
    Some<StateChange> states,
    Some<DeclaredChange> declared,
    Some<String> ready,
    Some<String> noLongerReady,
    Some<RankedCause> causesGone,
    Some<RankedCause> causesNew,
    Longest criticalPath,
    Some<Item> closed,
    Some<Item> revoked) {

  /** A task that only one of both has, with the state that it has there. */
  public record Seen(String task, String text, String sprint, DerivedState state) {}

  /** The longest chain of open tasks, each from the task to begin with. */
  public record Longest(Some<String> before, Some<String> after) {}

  /** An item outside the plan. */
  public record Item(String key, String text, @Nullable String owner) {}

  static TwoDates between(Dated from, Dated to, int limit) {
    PlanGraph before = PlanGraph.of(from.snapshot());
    PlanGraph after = before.advanced(to.snapshot());
    Comparison comparison = new Comparison(before, after);
    List<StateChange> states = comparison.states();
    return new TwoDates(
        Point.of(from.at(), before, null),
        Point.of(to.at(), after, null),
        Some.of(seen(comparison.added(), after), limit),
        Some.of(seen(comparison.gone(), before), limit),
        Some.of(states, limit),
        Some.of(comparison.declared(), limit),
        tasks(states, change -> change.after() == DerivedState.READY, limit),
        tasks(states, change -> change.before() == DerivedState.READY, limit),
        Some.of(comparison.causesGone(), limit),
        Some.of(comparison.causesNew(), limit),
        new Longest(Some.of(before.criticalPath(), limit), Some.of(after.criticalPath(), limit)),
        items(comparison.closed(), limit),
        items(comparison.revoked(), limit));
  }

  private static List<Seen> seen(List<PlanSnapshot.Task> tasks, PlanGraph graph) {
    return tasks.stream()
        .map(
            task ->
                new Seen(
                    task.key().value(),
                    task.text(),
                    task.sprint(),
                    graph.state(task.key().value()).orElseThrow()))
        .toList();
  }

  private static Some<String> tasks(
      List<StateChange> states, Predicate<StateChange> which, int limit) {
    return Some.of(states.stream().filter(which).map(StateChange::task).toList(), limit);
  }

  private static Some<Item> items(List<PlanSnapshot.External> items, int limit) {
    return Some.of(
        items.stream().map(item -> new Item(item.key(), item.text(), item.owner())).toList(),
        limit);
  }
}
