package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.TaskFact;
import dev.signalbox.graph.DerivedState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every task in the scope is done. A cancelled task is not: that its work is not needed is said by
 * taking it out of the scope.
 *
 * @param scope null for the scope of the gate
 */
public record TasksDone(@Nullable Scope scope) implements Requirement {

  static final String KIND = "tasks-done";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String words() {
    return "All tasks done in " + (scope == null ? "the scope of the gate" : scope.words());
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
    List<TaskFact> open =
        tasks.stream().filter(task -> task.derived() != DerivedState.DONE).toList();
    if (open.isEmpty()) {
      return RequirementVerdict.satisfied(this, "All " + tasks.size() + " tasks are done.");
    }
    return RequirementVerdict.open(
        this,
        Standing.UNSATISFIED,
        open.size() + " of " + tasks.size() + " tasks are not done.",
        TaskScopes.owners(open),
        RequirementVerdict.items(open, TasksDone::toDo));
  }

  private static String toDo(TaskFact task) {
    return switch (task.derived()) {
      case READY -> "finish " + task.key();
      case WAITING ->
          "finish " + task.key() + ", which waits for " + String.join(", ", task.waitsFor());
      case BLOCKED -> "finish " + task.key() + ", held by " + String.join("; ", task.causes());
      case CANCELLED -> "reopen " + task.key() + " or take it out of the scope: it is cancelled";
      case DONE -> throw new IllegalArgumentException(task.key() + " is done");
    };
  }
}
