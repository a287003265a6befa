package dev.signalbox.dashboard;

import dev.signalbox.gate.GateKey;
import dev.signalbox.gate.GateVerdict;
import dev.signalbox.gate.GateView;
import dev.signalbox.gate.Gatekeeper;
import dev.signalbox.plan.ProjectKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the project can ship: all its gates as they stand now, each with its newest decision. */
public record ReleasePage(List<Row> gates) {

  /**
   * One gate.
   *
   * @param last its newest stored decision, or null
   */
  public record Row(GateView gate, GateRows.@Nullable Decided last) {}

  /** Asks every gate of the project; each is decided in this moment. */
  public static ReleasePage of(Gatekeeper keeper, ProjectKey project) {
    return new ReleasePage(
        keeper.list(project).stream()
            .map(gate -> new Row(gate, last(keeper, project, gate)))
            .toList());
  }

  /** The one sentence that matters. A project without a gate cannot ship: unknown is closed. */
  public String answer() {
    if (gates.isEmpty()) {
      return "Unknown: the project has no gate yet, so nothing says that it may.";
    }
    List<String> closed =
        gates.stream()
            .map(Row::gate)
            .filter(gate -> gate.verdict() != GateVerdict.OPEN)
            .map(GateView::name)
            .toList();
    return closed.isEmpty()
        ? "Yes: every gate is open."
        : "No: " + String.join(", ", closed) + (closed.size() == 1 ? " is" : " are") + " closed.";
  }

  private static GateRows.@Nullable Decided last(
      Gatekeeper keeper, ProjectKey project, GateView gate) {
    var newest = keeper.decisions(project, new GateKey(gate.gate()), Long.MAX_VALUE, 1);
    return newest.isEmpty() ? null : GateRows.decisions(newest).getFirst();
  }
}
