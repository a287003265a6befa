package dev.signalbox.gate;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.signalbox.timeline.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gate as it stands now, decided in the moment of asking.
 *
 * @param policy the requirements as defined; {@code requirements} says how they stand, same order
 * @param subjectDigest what an approval has to name
 * @param approvals one word a person: on this subject, or else the newest on another (stale)
 * @param lastDecision the newest stored one, or null
 */
public record GateView(
    String project,
    String gate,
    String name,
    Map<String, Object> scope,
    List<Map<String, Object>> policy,
    long policyVersion,
    String lastEditedBy,
    GateVerdict verdict,
    Instant evaluatedAt,
    String subjectDigest,
    List<RequirementVerdict> requirements,
    @Nullable RequestView request,
    List<ApprovalView> approvals,
    @Nullable Long lastDecision) {

  /** Requirements that keep it closed. */
  @JsonProperty
  public List<RequirementVerdict> missing() {
    return requirements.stream().filter(each -> !each.standing().opens()).toList();
  }

  /** Who asked for a decision. */
  public record RequestView(Actor requester, Instant at, String subjectDigest) {}

  /**
   * One person's word.
   *
   * @param stale whether it was said of another subject than the one there is now
   * @param difference what changed since; null unless stale, or if that subject is long gone
   */
  public record ApprovalView(
      String person,
      ApprovalWord word,
      String comment,
      Instant at,
      String subjectDigest,
      boolean stale,
      @Nullable List<Change> difference) {}
}
