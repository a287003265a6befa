package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.TaskFact;
import dev.signalbox.graph.DerivedState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * No task in the scope is held by a root cause.
 *
 * @param scope null for the scope of the gate
 */
public record NothingBlocked(@Nullable Scope scope) implements Requirement {

  static final String KIND = "nothing-blocked";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String words() {
    return "Nothing blocked in " + (scope == null ? "the scope of the gate" : scope.words());
  }

  @Override
  public Map<String, Object> document() {
    return Requirements.document(KIND, scope == null ? Map.of() : scope.document());
  }

  @Override
  public @Nullable Scope ownScope() {
    return scope;
  }

  @Override
  public RequirementVerdict verdict(Inquiry inquiry) {
    List<String> absent = inquiry.absent(scope);
    if (!absent.isEmpty()) {
      return TaskScopes.absent(this, absent);
    }
    List<TaskFact> tasks = inquiry.tasks(scope);
    List<TaskFact> blocked =
        tasks.stream().filter(task -> task.derived() == DerivedState.BLOCKED).toList();
    if (blocked.isEmpty()) {
      return RequirementVerdict.satisfied(this, "None of " + tasks.size() + " tasks is blocked.");
    }
    return RequirementVerdict.open(
        this,
        Standing.UNSATISFIED,
        blocked.size() + " of " + tasks.size() + " tasks are blocked.",
        TaskScopes.owners(blocked),
        RequirementVerdict.items(
            blocked, task -> "free " + task.key() + ": " + String.join("; ", task.causes())));
  }
}
