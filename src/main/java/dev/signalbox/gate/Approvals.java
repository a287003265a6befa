package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.ApprovalFact;
import dev.signalbox.gate.GateFacts.RequestFact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Enough release managers approved exactly this subject. Who asked for the decision and who last
 * edited the gate do not count, and one rejection stops it.
 */
public record Approvals(int count) implements Requirement {

  static final String KIND = "approvals";
  static final int MAX_COUNT = 10;

  public Approvals {
    if (count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException("count is 1 to " + MAX_COUNT);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String words() {
    return count == 1
        ? "Approved by a release manager"
        : "Approved by " + count + " release managers";
  }

  @Override
  public Map<String, Object> document() {
    return Requirements.document(KIND, Map.of("count", (long) count));
  }

  @Override
  public boolean isBoundToSubject() {
    return true;
  }

  @Override
  public RequirementVerdict verdict(Inquiry inquiry) {
    List<ApprovalFact> words =
        inquiry.facts().approvals().stream()
            .filter(word -> word.subjectDigest().equals(inquiry.subjectDigest()))
            .toList();
    List<String> rejecting =
        words.stream()
            .filter(word -> word.word() == ApprovalWord.REJECT)
            .map(ApprovalFact::person)
            .toList();
    if (!rejecting.isEmpty()) {
      return RequirementVerdict.open(
          this,
          Standing.UNSATISFIED,
          "Rejected by " + String.join(", ", rejecting) + ".",
          List.of("whoever asked for the decision"),
          List.of("change what was rejected, and ask again"));
    }
    RequestFact request = inquiry.facts().request();
    if (request == null) {
      return RequirementVerdict.open(
          this,
          Standing.MISSING,
          "Nobody has asked for a decision.",
          List.of("whoever wants the gate open"),
          List.of("ask for a decision"));
    }
    Set<String> counted = counted(inquiry, request, words);
    if (counted.size() >= count) {
      return RequirementVerdict.satisfied(this, "Approved by " + String.join(", ", counted) + ".");
    }
    return notEnough(inquiry, request, counted);
  }

  private static Set<String> counted(
      Inquiry inquiry, RequestFact request, List<ApprovalFact> words) {
    Set<String> eligible = eligible(inquiry, request);
    Set<String> counted = new TreeSet<>();
    words.stream().map(ApprovalFact::person).filter(eligible::contains).forEach(counted::add);
    return counted;
  }

  /** Release managers now, less who asked and who made the rule. */
  private static Set<String> eligible(Inquiry inquiry, RequestFact request) {
    Set<String> eligible = new TreeSet<>(inquiry.facts().releaseManagers());
    eligible.remove(request.requester().name());
    eligible.remove(inquiry.policy().lastEditedBy());
    return eligible;
  }

  private RequirementVerdict notEnough(Inquiry inquiry, RequestFact request, Set<String> counted) {
    boolean stale =
        inquiry.facts().approvals().stream()
            .anyMatch(
                word ->
                    word.word() == ApprovalWord.APPROVE
                        && !word.subjectDigest().equals(inquiry.subjectDigest()));
    Set<String> open = eligible(inquiry, request);
    open.removeAll(counted);
    String reason = counted.size() + " of " + count + " approvals are there.";
    int lacking = count - counted.size();
    if (open.size() < lacking) {
      reason += " There are not enough release managers who may approve.";
    }
    return RequirementVerdict.open(
        this,
        stale ? Standing.STALE : Standing.MISSING,
        stale ? reason + " Earlier ones were for something else." : reason,
        open.isEmpty() ? List.of("whoever manages members") : List.copyOf(open),
        List.of(lacking == 1 ? "one more approval" : lacking + " more approvals"));
  }
}
