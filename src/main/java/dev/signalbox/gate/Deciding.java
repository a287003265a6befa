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
    List<RequirementVerdict> verdicts = verdicts(policy, inquiry);
    return new Decision(verdict(verdicts), subject, verdicts, facts.approvals(), now);
  }

  /** How a gate would be decided; without a subject to keep, which only some requirements need. */
  static SupposedGate suppose(GatePolicy policy, GateFacts facts, Instant now) {
    boolean bound = policy.requirements().stream().anyMatch(Requirement::isBoundToSubject);
    String digest = bound ? Subject.of(policy, facts).digest() : "";
    List<RequirementVerdict> verdicts = verdicts(policy, new Inquiry(policy, facts, digest, now));
    return new SupposedGate(policy.key().value(), verdict(verdicts), verdicts);
  }

  private static List<RequirementVerdict> verdicts(GatePolicy policy, Inquiry inquiry) {
    return policy.requirements().stream().map(each -> verdict(each, inquiry)).toList();
  }

  private static GateVerdict verdict(List<RequirementVerdict> verdicts) {
    boolean open =
        !verdicts.isEmpty() && verdicts.stream().allMatch(each -> each.standing().opens());
    return open ? GateVerdict.OPEN : GateVerdict.CLOSED;
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
