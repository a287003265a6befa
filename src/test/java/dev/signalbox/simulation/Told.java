package dev.signalbox.simulation;

import dev.signalbox.gate.GateVerdict;
import dev.signalbox.gate.GateView;
import dev.signalbox.gate.RequirementVerdict;
import dev.signalbox.graph.Comparison;
import dev.signalbox.graph.Derived;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.RankedCause;
import dev.signalbox.graph.RootCause;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.Blocker;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.simulation.Outcome.GateChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the real plan says at one time, worked out apart from any simulation. */
record Told(PlanGraph graph, List<GateView> gates) {

  /** What changed, without what a supposition cannot know: the ids of new blockers. */
  record Changes(
      List<Comparison.DeclaredChange> declared,
      List<Comparison.StateChange> states,
      List<Object> gone,
      List<Object> begun,
      List<String> criticalPath,
      List<Comparison.ExpectedChange> expected,
      List<GateChange> gates) {}

  static Told of(PlanGraph graph, List<GateView> gates) {
    return new Told(graph, gates);
  }

  static Changes changes(List<String> pathNow, Outcome outcome) {
    PathChange path = outcome.criticalPath();
    return new Changes(
        outcome.declared(),
        outcome.states(),
        names(outcome.causesGone()),
        names(outcome.causesNew()),
        path == null ? pathNow : path.appliedTo(pathNow),
        outcome.expected(),
        outcome.gates());
  }

  Changes changesTo(Told after) {
    var comparison = new Comparison(graph, after.graph);
    return new Changes(
        comparison.declared(),
        comparison.states(),
        names(comparison.causesGone()),
        names(comparison.causesNew()),
        after.graph.criticalPath(),
        days(after),
        gates(after));
  }

  private List<Comparison.ExpectedChange> days(Told after) {
    return graph.all().stream()
        .map(Derived::key)
        .map(key -> new Comparison.ExpectedChange(key, day(graph, key), day(after.graph, key)))
        .filter(each -> !Objects.equals(each.before(), each.after()))
        .toList();
  }

  private static @Nullable LocalDate day(PlanGraph graph, String task) {
    List<RootCause> causes = graph.derived(task).orElseThrow().rootCauses();
    return causes.stream().anyMatch(cause -> cause.expectedOn() == null)
        ? null
        : causes.stream().map(RootCause::expectedOn).max(LocalDate::compareTo).orElse(null);
  }

  private List<GateChange> gates(Told after) {
    return IntStream.range(0, gates.size())
        .mapToObj(at -> change(gates.get(at), after.gates.get(at)))
        .filter(each -> each.before() != each.after() || !each.requirements().isEmpty())
        .toList();
  }

  private static GateChange change(GateView before, GateView after) {
    GateVerdict then = after.verdict();
    List<RequirementVerdict> others = new ArrayList<>(after.requirements());
    others.removeAll(before.requirements());
    return new GateChange(after.gate(), before.verdict(), then, List.copyOf(others));
  }

  private static List<Object> names(List<RankedCause> causes) {
    return causes.stream()
        .<Object>map(
            ranked ->
                Stream.of(
                        ranked.cause().kind(),
                        ranked.cause().key(),
                        ranked.cause().reason(),
                        ranked.cause().since(),
                        ranked.cause().expectedOn(),
                        ranked.holds(),
                        ranked.holdsSolely(),
                        ranked.onCriticalPath(),
                        ranked.freesNow())
                    .map(Objects::toString)
                    .toList())
        .sorted(Comparator.comparing(Object::toString))
        .toList();
  }

  /** All that is declared, by key: only who closed an item and ids of blockers are left out. */
  static Map<String, List<Object>> declared(PlanSnapshot plan) {
    Map<String, List<Object>> declared = new LinkedHashMap<>();
    for (Task task : plan.tasks()) {
      declared.put(
          task.key().value(),
          Stream.of(
                  task.text(),
                  task.sprint(),
                  task.state(),
                  task.stateDate(),
                  task.owners(),
                  task.dependsOn(),
                  task.blockers().stream().map(Told::words).toList(),
                  task.absent(),
                  task.version())
              .<Object>map(Objects::toString)
              .toList());
    }
    for (External item : plan.externals()) {
      declared.put(
          item.key(),
          Stream.of(item.kind(), item.text(), item.owner(), item.expectedOn(), item.closed())
              .<Object>map(Objects::toString)
              .toList());
    }
    plan.sprints().forEach(sprint -> declared.put("sprint " + sprint.key(), List.of(sprint)));
    return declared;
  }

  private static List<String> words(Blocker blocker) {
    return Stream.of(
            blocker.kind(),
            blocker.reason(),
            blocker.awaits(),
            blocker.since(),
            blocker.standing(),
            blocker.sureness())
        .map(Objects::toString)
        .toList();
  }
}
