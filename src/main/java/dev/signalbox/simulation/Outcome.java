package dev.signalbox.simulation;

import dev.signalbox.gate.GateVerdict;
import dev.signalbox.gate.RequirementVerdict;
import dev.signalbox.graph.Comparison.DeclaredChange;
import dev.signalbox.graph.Comparison.ExpectedChange;
import dev.signalbox.graph.Comparison.StateChange;
import dev.signalbox.graph.RankedCause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario would change. Nothing was written.
 *
 * @param declared tasks whose declared state differs, in the plan's order
 * @param states tasks whose derived state differs, in the plan's order
 * @param ready tasks that would become ready
 * @param noLongerReady tasks that would be ready no more
 * @param causesGone root causes that would be gone, ranked as they are now
 * @param causesNew root causes that would be new, ranked as they would be
 * @param criticalPath where the longest chain of open tasks goes another way; null where it stays
 * @param expected tasks whose expected day differs
 * @param gates gates whose verdict or requirements would differ
 */
public record Outcome(
    @Nullable String name,
    List<DeclaredChange> declared,
    List<StateChange> states,
    List<String> ready,
    List<String> noLongerReady,
    List<RankedCause> causesGone,
    List<RankedCause> causesNew,
    @Nullable PathChange criticalPath,
    List<ExpectedChange> expected,
    List<GateChange> gates) {

  /** A gate before and after, with the requirements that stand differently. */
  public record GateChange(
      String gate, GateVerdict before, GateVerdict after, List<RequirementVerdict> requirements) {}
}
