package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.TaskFact;
import dev.signalbox.graph.DerivedState;
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
    return TaskScopes.words("All tasks done", scope);
  }

  @Override
  public Map<String, Object> document() {
    return TaskScopes.document(KIND, scope);
  }

  @Override
  public @Nullable Scope ownScope() {
    return scope;
  }

  @Override
  public RequirementVerdict verdict(Inquiry inquiry) {
    return TaskScopes.verdict(
        this,
        inquiry,
        task -> task.derived() != DerivedState.DONE,
        tasks -> "All " + tasks + " tasks are done.",
        "are not done.",
        TasksDone::toDo);
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
