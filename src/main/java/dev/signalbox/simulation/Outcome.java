package dev.signalbox.simulation;

import dev.signalbox.gate.GateVerdict;
import dev.signalbox.gate.RequirementVerdict;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.RankedCause;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario would change. Nothing was written.
 *
 * @param states tasks whose derived state differs, in the plan's order
 * @param ready tasks that would become ready
 * @param noLongerReady tasks that would be ready no more
 * @param causesGone root causes that would be gone, ranked as they are now
 * @param causesNew root causes that would be new, ranked as they would be
 * @param criticalPath the longest chain of open tasks, before and after
 * @param expected tasks whose expected day differs
 * @param gates gates whose verdict or requirements would differ
 */
public record Outcome(
    @Nullable String name,
    List<StateChange> states,
    List<String> ready,
    List<String> noLongerReady,
    List<RankedCause> causesGone,
    List<RankedCause> causesNew,
    Paths criticalPath,
    List<ExpectedChange> expected,
    List<GateChange> gates) {

  /** A derived state before and after. */
  public record StateChange(String task, DerivedState before, DerivedState after) {}

  /** A critical path before and after, each from the task to begin with. */
  public record Paths(List<String> before, List<String> after) {}

  /**
   * The earliest day on which all is expected that holds a task, where all of it is expected.
   *
   * @param before null where a day is not known, or nothing outside holds it
   */
  public record ExpectedChange(
      String task, @Nullable LocalDate before, @Nullable LocalDate after) {}

  /** A gate before and after, with the requirements that stand differently. */
  public record GateChange(
      String gate, GateVerdict before, GateVerdict after, List<RequirementVerdict> requirements) {}
}
