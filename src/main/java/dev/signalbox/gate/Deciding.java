package dev.signalbox.gate;

import java.time.Instant;
import java.util.List;

/**
 * The one place where a gate is decided: open exactly if it has requirements and each is satisfied.
 */
final class Deciding {

  private Deciding() {}

  static Decision decide(GatePolicy policy, GateFacts facts, Instant now) {
    Subject subject = Subject.of(policy, facts);
    Inquiry inquiry = new Inquiry(policy, facts, subject.digest(), now);
    List<RequirementVerdict> verdicts =
        policy.requirements().stream().map(each -> verdict(each, inquiry)).toList();
    boolean open =
        !verdicts.isEmpty() && verdicts.stream().allMatch(each -> each.standing().opens());
    return new Decision(
        open ? GateVerdict.OPEN : GateVerdict.CLOSED, subject, verdicts, facts.approvals(), now);
  }

  /** A requirement that fails to answer closes the gate; it does not take the others with it. */
  private static RequirementVerdict verdict(Requirement requirement, Inquiry inquiry) {
    try {
      return requirement.verdict(inquiry);
    } catch (RuntimeException e) {
      return RequirementVerdict.open(
          requirement,
          Standing.ERRORED,
          "It could not be evaluated (" + e.getClass().getSimpleName() + ").",
          List.of("whoever runs Signalbox"),
          List.of("look at the log of the service"));
    }
  }
}
