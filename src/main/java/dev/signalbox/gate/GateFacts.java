package dev.signalbox.gate;

import dev.signalbox.graph.DerivedState;
import dev.signalbox.plan.TaskState;
import dev.signalbox.report.Outcome;
import dev.signalbox.timeline.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a gate is decided on, gathered once; from here on deciding is pure.
 *
 * @param tasks those that the gate or one of its requirements looks at, by key
 * @param jobs by job key, one for each job that a requirement names
 * @param request null while nobody has asked for a decision
 * @param approvals every word given on this gate, on whatever subject, oldest first
 * @param releaseManagers user names of those who are release managers of the project now
 */
public record GateFacts(
    List<TaskFact> tasks,
    Map<String, JobFact> jobs,
    @Nullable RequestFact request,
    List<ApprovalFact> approvals,
    Set<String> releaseManagers) {

  /**
   * A task as the one readiness function sees it.
   *
   * @param causes what holds it, in words; empty unless it is blocked
   * @param waitsFor keys that still hold it directly
   * @param version moves with every change of the task itself
   */
  public record TaskFact(
      String key,
      String sprint,
      TaskState declared,
      DerivedState derived,
      List<String> owners,
      List<String> causes,
      List<String> waitsFor,
      long version) {}

  /**
   * A job with its newest run.
   *
   * @param exists whether the project has such a job now
   * @param newest null if it never ran
   */
  public record JobFact(boolean exists, @Nullable RunFact newest) {}

  /**
   * A run.
   *
   * @param outcome null while it goes on
   * @param freshness how long a pass counts; null for ever
   */
  public record RunFact(
      long number,
      UUID attempt,
      int attemptNumber,
      @Nullable Outcome outcome,
      @Nullable String errorCode,
      @Nullable Instant finishedAt,
      @Nullable Duration freshness) {}

  /** Who asked for a decision, and on which subject at that time. */
  public record RequestFact(Actor requester, String subjectDigest, Instant at) {}

  /** One person's word on one subject. */
  public record ApprovalFact(
      String person, ApprovalWord word, String comment, Instant at, String subjectDigest) {}
}
