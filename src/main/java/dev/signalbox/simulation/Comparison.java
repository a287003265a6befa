package dev.signalbox.simulation;

import dev.signalbox.graph.Derived;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.PlanGraph;
import dev.signalbox.graph.RankedCause;
import dev.signalbox.graph.RootCause;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.simulation.Outcome.ExpectedChange;
import dev.signalbox.simulation.Outcome.StateChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs between two graphs over the same tasks. Pure. */
final class Comparison {

  private final PlanGraph before;
  private final PlanGraph after;

  Comparison(PlanGraph before, PlanGraph after) {
    this.before = before;
    this.after = after;
  }

  List<StateChange> states() {
    List<StateChange> changes = new ArrayList<>();
    for (PlanSnapshot.Task task : before.snapshot().tasks()) {
      String key = task.key().value();
      DerivedState old = state(before, key);
      DerivedState now = state(after, key);
      if (old != now) {
        changes.add(new StateChange(key, old, now));
      }
    }
    return List.copyOf(changes);
  }

  List<RankedCause> causesGone() {
    return missingFrom(after, before);
  }

  List<RankedCause> causesNew() {
    return missingFrom(before, after);
  }

  /** The expected days of all tasks that wait for one of these external items. */
  List<ExpectedChange> expected(Set<String> externals) {
    Set<String> held = new LinkedHashSet<>();
    for (String external : externals) {
      held.addAll(before.heldBy(external));
      held.addAll(after.heldBy(external));
    }
    Map<String, LocalDate> daysBefore = days(before.snapshot());
    Map<String, LocalDate> daysAfter = days(after.snapshot());
    List<ExpectedChange> changes = new ArrayList<>();
    for (String task : held) {
      LocalDate old = expected(before, task, daysBefore);
      LocalDate now = expected(after, task, daysAfter);
      if (!Objects.equals(old, now)) {
        changes.add(new ExpectedChange(task, old, now));
      }
    }
    return List.copyOf(changes);
  }

  private static @Nullable LocalDate expected(
      PlanGraph graph, String task, Map<String, LocalDate> days) {
    List<RootCause> causes = graph.derived(task).map(Derived::rootCauses).orElse(List.of());
    LocalDate latest = null;
    for (RootCause cause : causes) {
      LocalDate day = cause.kind() == RootCause.Kind.EXTERNAL ? days.get(cause.key()) : null;
      if (day == null) {
        return null;
      }
      latest = latest == null || day.isAfter(latest) ? day : latest;
    }
    return latest;
  }

  private static Map<String, LocalDate> days(PlanSnapshot plan) {
    Map<String, LocalDate> days = new HashMap<>();
    for (PlanSnapshot.External external : plan.externals()) {
      if (external.expectedOn() != null) {
        days.put(external.key(), external.expectedOn());
      }
    }
    return days;
  }

  private static List<RankedCause> missingFrom(PlanGraph one, PlanGraph other) {
    Set<String> there =
        one.rootCauses().stream().map(each -> each.cause().id()).collect(Collectors.toSet());
    return other.rootCauses().stream().filter(each -> !there.contains(each.cause().id())).toList();
  }

  private static DerivedState state(PlanGraph graph, String task) {
    return graph
        .state(task)
        .orElseThrow(() -> new IllegalStateException("the graph does not know " + task));
  }
}
