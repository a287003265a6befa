package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.TaskFact;
import java.util.List;

/** What requirements over tasks have in common: who owns them, and what a scope lacks. */
final class TaskScopes {

  private TaskScopes() {}

  static List<String> owners(List<TaskFact> tasks) {
    return tasks.stream()
        .flatMap(
            task ->
                task.owners().isEmpty()
                    ? List.of("owner of " + task.key() + " (nobody is named)").stream()
                    : task.owners().stream())
        .distinct()
        .toList();
  }

  /** A scope that covers nothing, or names what is not there, is never met by that. */
  static RequirementVerdict absent(Requirement requirement, List<String> absent) {
    return RequirementVerdict.open(
        requirement,
        Standing.MISSING,
        "The plan does not have " + String.join(", ", absent.stream().limit(10).toList()) + ".",
        List.of("whoever keeps the plan"),
        absent.stream().map(what -> "add " + what + " to the plan, or correct the gate").toList());
  }
}
