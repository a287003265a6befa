package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.TaskFact;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What requirements over tasks have in common: their scope, who owns them, and the verdict. */
final class TaskScopes {

  private TaskScopes() {}

  /** A requirement with its scope in words. */
  static String words(String what, @Nullable Scope scope) {
    return what + " in " + (scope == null ? "the scope of the gate" : scope.words());
  }

  static Map<String, Object> document(String kind, @Nullable Scope scope) {
    return Requirements.document(kind, scope == null ? Map.of() : scope.document());
  }

  /**
   * Satisfied if no task of the scope is against it; who owns those that are can resolve it.
   *
   * @param against which tasks are against it
   * @param satisfied what is said where none of so many is
   * @param open what is said behind "x of y tasks"
   * @param way what frees such a task
   */
  static RequirementVerdict verdict(
      Requirement requirement,
      Inquiry inquiry,
      Predicate<TaskFact> against,
      IntFunction<String> satisfied,
      String open,
      Function<TaskFact, String> way) {
    Scope scope = requirement.ownScope();
    List<String> absent = inquiry.absent(scope);
    if (!absent.isEmpty()) {
      return absent(requirement, absent);
    }
    List<TaskFact> tasks = inquiry.tasks(scope);
    List<TaskFact> found = tasks.stream().filter(against).toList();
    return found.isEmpty()
        ? RequirementVerdict.satisfied(requirement, satisfied.apply(tasks.size()))
        : RequirementVerdict.open(
            requirement,
            Standing.UNSATISFIED,
            found.size() + " of " + tasks.size() + " tasks " + open,
            owners(found),
            RequirementVerdict.items(found, way));
  }

  private static List<String> owners(List<TaskFact> tasks) {
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
  private static RequirementVerdict absent(Requirement requirement, List<String> absent) {
    return RequirementVerdict.open(
        requirement,
        Standing.MISSING,
        "The plan does not have " + String.join(", ", absent.stream().limit(10).toList()) + ".",
        List.of("whoever keeps the plan"),
        absent.stream().map(what -> "add " + what + " to the plan, or correct the gate").toList());
  }
}
