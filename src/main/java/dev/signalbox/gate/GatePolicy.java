package dev.signalbox.gate;

import dev.signalbox.plan.ProjectKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a gate asks for, at one version.
 *
 * @param lastEditedBy user name of who gave it this form; that person does not approve
 */
public record GatePolicy(
    ProjectKey project,
    GateKey key,
    String name,
    Scope scope,
    List<Requirement> requirements,
    long policyVersion,
    String lastEditedBy) {

  public GatePolicy {
    requirements = List.copyOf(requirements);
  }

  /** Whether the gate or one of its requirements looks at this task. */
  boolean looksAt(String taskKey, String sprint) {
    return scope.covers(taskKey, sprint)
        || requirements.stream()
            .map(Requirement::ownScope)
            .anyMatch(own -> own != null && own.covers(taskKey, sprint));
  }

  /** Keys of the jobs that requirements name, in their order. */
  Set<String> jobs() {
    Set<String> jobs = new LinkedHashSet<>();
    for (Requirement requirement : requirements) {
      if (requirement instanceof JobPassed passed) {
        jobs.add(passed.job().value());
      }
    }
    return jobs;
  }
}
