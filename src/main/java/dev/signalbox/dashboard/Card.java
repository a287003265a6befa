package dev.signalbox.dashboard;

import dev.signalbox.graph.Derived;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.RootCause;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as the board and the table show it.
 *
 * @param column where it hangs: the derived state, or DOING for a ready task that is being worked
 *     on
 * @param absent no longer in plan: its document came again without it
 * @param why what holds it, in one line; null if nothing does
 * @param since date of the declared state, null if unknown
 */
public record Card(
    String key,
    String text,
    String sprint,
    String declared,
    String column,
    DerivedState derived,
    List<String> owners,
    @Nullable LocalDate since,
    boolean absent,
    @Nullable String why,
    @Nullable String contradiction) {

  static Card of(PlanSnapshot.Task task, Derived derived) {
    return new Card(
        task.key().value(),
        task.text(),
        task.sprint(),
        task.state().name(),
        column(task.state(), derived.state()),
        derived.state(),
        task.owners(),
        task.stateDate(),
        task.absent(),
        why(derived),
        derived.contradiction());
  }

  private static String column(TaskState declared, DerivedState derived) {
    return declared == TaskState.DOING && derived == DerivedState.READY ? "DOING" : derived.name();
  }

  private static @Nullable String why(Derived derived) {
    if (!derived.rootCauses().isEmpty()) {
      RootCause first = derived.rootCauses().getFirst();
      int more = derived.rootCauses().size() - 1;
      return words(first) + (more == 0 ? "" : " (and " + more + " more)");
    }
    return derived.waitsFor().isEmpty()
        ? null
        : "waits for " + String.join(", ", derived.waitsFor());
  }

  /** What is awaited from outside is named by its key; its reason says mostly that it is open. */
  private static String words(RootCause cause) {
    if (cause.kind() != RootCause.Kind.EXTERNAL) {
      return cause.reason();
    }
    String day = cause.expectedOn() == null ? "" : ", expected " + cause.expectedOn();
    return cause.key() + (cause.owner() == null ? "" : " from " + cause.owner()) + day;
  }
}
