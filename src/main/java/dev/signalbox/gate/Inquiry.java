package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.JobFact;
import dev.signalbox.gate.GateFacts.TaskFact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one requirement may look at when it says how it stands. */
public record Inquiry(GatePolicy policy, GateFacts facts, String subjectDigest, Instant now) {

  private static final JobFact NO_SUCH_JOB = new JobFact(false, null);

  Scope scope(@Nullable Scope own) {
    return own == null ? policy.scope() : own;
  }

  /** The tasks in the scope; the scope of the gate if the requirement has none of its own. */
  List<TaskFact> tasks(@Nullable Scope own) {
    return scope(own).of(facts.tasks());
  }

  /** What the scope names and the plan does not have. */
  List<String> absent(@Nullable Scope own) {
    return scope(own).absentFrom(facts.tasks());
  }

  JobFact job(String key) {
    return facts.jobs().getOrDefault(key, NO_SUCH_JOB);
  }
}
