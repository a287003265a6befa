package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.JobFact;
import dev.signalbox.gate.GateFacts.RunFact;
import dev.signalbox.validation.JobKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest run of a job has passed, and not too long ago. The age counts from when the run
 * finished; the stricter of the job's freshness and {@code maxAge} holds, and an age of exactly the
 * limit is still fresh.
 *
 * @param maxAge null to leave it to the job's freshness
 */
public record JobPassed(JobKey job, @Nullable Duration maxAge) implements Requirement {

  static final String KIND = "job-passed";
  static final Duration LONGEST_AGE = Duration.ofDays(3660);

  /** How far ahead of ours the clock of the node that took the result may be. */
  static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  public JobPassed {
    if (maxAge != null && (maxAge.isNegative() || maxAge.isZero())) {
      throw new IllegalArgumentException("maxAge is longer than nothing");
    }
    if (maxAge != null && maxAge.compareTo(LONGEST_AGE) > 0) {
      throw new IllegalArgumentException("maxAge is at most " + LONGEST_AGE);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String words() {
    return "Job " + job + " passed" + (maxAge == null ? "" : ", at most " + maxAge + " ago");
  }

  @Override
  public Map<String, Object> document() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("job", job.value());
    if (maxAge != null) {
      members.put("maxAge", maxAge.toString());
    }
    return Requirements.document(KIND, members);
  }

  @Override
  public RequirementVerdict verdict(Inquiry inquiry) {
    JobFact fact = inquiry.job(job.value());
    if (!fact.exists()) {
      return RequirementVerdict.open(
          this,
          Standing.MISSING,
          "There is no job " + job + ".",
          List.of("whoever defines jobs"),
          List.of("define job " + job + ", or correct the gate"));
    }
    RunFact run = fact.newest();
    if (run == null) {
      return closed(Standing.MISSING, "Job " + job + " has never run.", "run");
    }
    if (run.outcome() == null) {
      return RequirementVerdict.open(
          this,
          Standing.MISSING,
          "Run " + run.number() + " is running.",
          List.of("CI of job " + job),
          List.of("await the result of run " + run.number()));
    }
    return switch (run.outcome()) {
      case PASSED -> passed(run, inquiry.now());
      case FAILED ->
          closed(Standing.UNSATISFIED, "Run " + run.number() + " failed.", "mend it and run");
      case ERRORED ->
          closed(
              Standing.ERRORED,
              "Run " + run.number() + " broke (" + code(run) + "): neither a pass nor a fail.",
              "mend the infrastructure and run");
      case CANCELLED ->
          closed(Standing.INCONCLUSIVE, "Run " + run.number() + " was cancelled.", "run");
    };
  }

  private RequirementVerdict passed(RunFact run, Instant now) {
    Instant finishedAt = run.finishedAt();
    if (finishedAt == null) {
      return closed(
          Standing.INCONCLUSIVE, "When run " + run.number() + " finished is unknown.", "run");
    }
    if (finishedAt.isAfter(now.plus(CLOCK_TOLERANCE))) {
      return closed(
          Standing.INCONCLUSIVE,
          "Run " + run.number() + " finished in the future, at " + finishedAt + ".",
          "check the clocks, then run");
    }
    Duration limit = limit(run);
    if (limit == null) {
      return RequirementVerdict.satisfied(this, "Run " + run.number() + " passed.");
    }
    if (Duration.between(finishedAt, now).compareTo(limit) > 0) {
      return closed(
          Standing.STALE,
          "Run " + run.number() + " passed at " + finishedAt + ", and counts for " + limit + ".",
          "run");
    }
    return RequirementVerdict.satisfied(
        this, "Run " + run.number() + " passed; it counts until " + finishedAt.plus(limit) + ".");
  }

  private @Nullable Duration limit(RunFact run) {
    Duration freshness = run.freshness();
    if (freshness == null || maxAge == null) {
      return freshness == null ? maxAge : freshness;
    }
    return freshness.compareTo(maxAge) < 0 ? freshness : maxAge;
  }

  private RequirementVerdict closed(Standing standing, String reason, String act) {
    return RequirementVerdict.open(
        this, standing, reason, List.of("CI of job " + job), List.of(act + " job " + job));
  }

  private static String code(RunFact run) {
    return run.errorCode() == null ? "no code" : run.errorCode();
  }
}
