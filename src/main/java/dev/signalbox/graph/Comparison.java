package dev.signalbox.graph;

import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.PlanSnapshot.External;
import dev.signalbox.plan.PlanSnapshot.Task;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two graphs of one project: the plan and a supposition, or the plan at two
 * dates. What only one of them has is added or gone, and has no changes.
 */
public final class Comparison {

  private final PlanGraph before;
  private final PlanGraph after;
  private final Map<String, Task> tasksBefore;
  private final Map<String, Task> tasksAfter;

  public Comparison(PlanGraph before, PlanGraph after) {
    this.before = before;
    this.after = after;
    tasksBefore = byKey(before.snapshot().tasks(), task -> task.key().value());
    tasksAfter = byKey(after.snapshot().tasks(), task -> task.key().value());
  }

  /** A derived state before and after. */
  public record StateChange(String task, DerivedState before, DerivedState after) {}

  /** A declared state before and after. */
  public record DeclaredChange(String task, TaskState before, TaskState after) {}

  /**
   * The earliest day on which all that a task waits for outside the plan is expected.
   *
   * @param before null where a day is not known, or nothing outside holds it
   */
  public record ExpectedChange(
      String task, @Nullable LocalDate before, @Nullable LocalDate after) {}

  /** Tasks that are in the plan now and were not, or not any more, in its order. */
  public List<Task> added() {
    return inPlanOnly(after, tasksBefore);
  }

  /** Tasks that were in the plan and are not any more, whether marked so or not there at all. */
  public List<Task> gone() {
    return inPlanOnly(before, tasksAfter);
  }

  /** Derived states that differ, of tasks that both have, in the order of the later plan. */
  public List<StateChange> states() {
    List<StateChange> changes = new ArrayList<>();
    for (Task task : inBoth()) {
      String key = task.key().value();
      DerivedState old = state(before, key);
      DerivedState now = state(after, key);
      if (old != now) {
        changes.add(new StateChange(key, old, now));
      }
    }
    return List.copyOf(changes);
  }

  /** Declared states that differ, of tasks that both have, in the order of the later plan. */
  public List<DeclaredChange> declared() {
    List<DeclaredChange> changes = new ArrayList<>();
    for (Task task : inBoth()) {
      String key = task.key().value();
      Task old = Objects.requireNonNull(tasksBefore.get(key));
      if (old.state() != task.state()) {
        changes.add(new DeclaredChange(key, old.state(), task.state()));
      }
    }
    return List.copyOf(changes);
  }

  /** Root causes that are gone, ranked as they were. */
  public List<RankedCause> causesGone() {
    return missingFrom(after, before);
  }

  /** Root causes that are new, ranked as they are. */
  public List<RankedCause> causesNew() {
    return missingFrom(before, after);
  }

  /** Items outside the plan that are there now, and were open or not named. */
  public List<External> closed() {
    return closedIn(after, before);
  }

  /** Items outside the plan that were there, and are open again or not named any more. */
  public List<External> revoked() {
    return closedIn(before, after);
  }

  /** The expected days of all tasks that wait for one of these external items. */
  public List<ExpectedChange> expected(Set<String> externals) {
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

  private List<Task> inBoth() {
    return after.snapshot().tasks().stream()
        .filter(task -> tasksBefore.containsKey(task.key().value()))
        .toList();
  }

  private static List<Task> inPlanOnly(PlanGraph here, Map<String, Task> there) {
    return here.snapshot().tasks().stream()
        .filter(task -> !task.absent() && !isIn(there, task.key().value()))
        .toList();
  }

  private static boolean isIn(Map<String, Task> plan, String key) {
    Task task = plan.get(key);
    return task != null && !task.absent();
  }

  private static List<External> closedIn(PlanGraph here, PlanGraph there) {
    Map<String, External> others = byKey(there.snapshot().externals(), External::key);
    return here.snapshot().externals().stream()
        .filter(item -> item.closed() && !isClosed(others.get(item.key())))
        .toList();
  }

  private static boolean isClosed(@Nullable External item) {
    return item != null && item.closed();
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
    for (External external : plan.externals()) {
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

  private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
    Map<String, T> found = HashMap.newHashMap(all.size());
    all.forEach(each -> found.put(key.apply(each), each));
    return found;
  }

  private static DerivedState state(PlanGraph graph, String task) {
    return graph
        .state(task)
        .orElseThrow(() -> new IllegalStateException("the graph does not know " + task));
  }
}
