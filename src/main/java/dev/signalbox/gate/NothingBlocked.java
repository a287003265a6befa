package dev.signalbox.gate;

import dev.signalbox.graph.DerivedState;
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
    return TaskScopes.words("Nothing blocked", scope);
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
        task -> task.derived() == DerivedState.BLOCKED,
        tasks -> "None of " + tasks + " tasks is blocked.",
        "are blocked.",
        task -> "free " + task.key() + ": " + String.join("; ", task.causes()));
  }
}
