package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.ApprovalFact;
import dev.signalbox.gate.GateFacts.JobFact;
import dev.signalbox.gate.GateFacts.RequestFact;
import dev.signalbox.gate.GateFacts.RunFact;
import dev.signalbox.gate.GateFacts.TaskFact;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.report.Outcome;
import dev.signalbox.timeline.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Small fact records for tests of the pure part. */
final class Facts {

  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  static final UUID ATTEMPT = new UUID(4, 7);

  private Facts() {}

  static GatePolicy policy(Requirement... requirements) {
    return policy(new Scope.Everything(), requirements);
  }

  static GatePolicy policy(Scope scope, Requirement... requirements) {
    return new GatePolicy(
        new ProjectKey("yard"),
        new GateKey("departure"),
        "Departure",
        scope,
        List.of(requirements),
        1,
        "edith");
  }

  static TaskFact task(String key, DerivedState state) {
    TaskState declared =
        switch (state) {
          case DONE -> TaskState.DONE;
          case CANCELLED -> TaskState.CANCELLED;
          case BLOCKED -> TaskState.BLOCKED;
          case READY, WAITING -> TaskState.TODO;
        };
    return new TaskFact(
        key,
        "505",
        declared,
        state,
        List.of("olga"),
        List.of("cause of " + key),
        List.of("X-1"),
        1);
  }

  static RunFact run(long number, Outcome outcome, Duration age, Duration freshness) {
    return new RunFact(number, ATTEMPT, 1, outcome, null, NOW.minus(age), freshness);
  }

  static GateFacts tasks(TaskFact... tasks) {
    return new GateFacts(List.of(tasks), Map.of(), null, List.of(), Set.of());
  }

  static GateFacts job(String key, JobFact fact) {
    return new GateFacts(List.of(), Map.of(key, fact), null, List.of(), Set.of());
  }

  static GateFacts people(Set<String> releaseManagers, ApprovalFact... approvals) {
    return new GateFacts(
        List.of(task("T-1", DerivedState.DONE)),
        Map.of(),
        new RequestFact(Actor.person("rita"), "", NOW),
        List.of(approvals),
        releaseManagers);
  }

  static ApprovalFact word(String person, ApprovalWord word, String digest) {
    return new ApprovalFact(person, word, "", NOW, digest);
  }

  static RequirementVerdict only(Decision decision) {
    if (decision.requirements().size() != 1) {
      throw new AssertionError("one requirement expected: " + decision.requirements());
    }
    return decision.requirements().getFirst();
  }
}
