package dev.signalbox.gate;

import static dev.signalbox.gate.ApprovalWord.APPROVE;
import static dev.signalbox.gate.ApprovalWord.REJECT;
import static dev.signalbox.gate.Facts.NOW;
import static dev.signalbox.gate.Facts.only;
import static dev.signalbox.gate.Facts.policy;
import static dev.signalbox.gate.Facts.word;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.gate.GateFacts.ApprovalFact;
import dev.signalbox.gate.GateFacts.RequestFact;
import dev.signalbox.timeline.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code rita} asks for the decision and {@code edith} edited the gate, in all of these. */
class ApprovalsTests {

  private static final Set<String> ALL = Set.of("anna", "bert", "rita", "edith");
  private static final String DIGEST =
      Deciding.decide(policy(new Approvals(1)), Facts.people(ALL), NOW).subject().digest();
  private static final String DIGEST_OF_TWO =
      Deciding.decide(policy(new Approvals(2)), Facts.people(ALL), NOW).subject().digest();
  private static final String OTHER = "0".repeat(64);

  @Test
  void countsAReleaseManagerWhoHasNoOtherPartInIt() {
    assertThat(one(ALL, word("anna", APPROVE, DIGEST)).standing()).isEqualTo(Standing.SATISFIED);
  }

  @Test
  void doesNotCountTheRequester() {
    assertThat(one(ALL, word("rita", APPROVE, DIGEST)).standing()).isEqualTo(Standing.MISSING);
  }

  @Test
  void doesNotCountWhoLastEditedTheGate() {
    assertThat(one(ALL, word("edith", APPROVE, DIGEST)).standing()).isEqualTo(Standing.MISSING);
  }

  @Test
  void doesNotCountWhoIsNoReleaseManagerAnyMore() {
    Set<String> without = Set.of("bert", "rita");
    assertThat(one(without, word("anna", APPROVE, DIGEST)).standing()).isEqualTo(Standing.MISSING);
  }

  @Test
  void doesNotCountAMachineOfTheSameNameAsTheRequester() {
    GateFacts facts =
        new GateFacts(
            List.of(),
            Map.of(),
            new RequestFact(Actor.machine("anna"), "", NOW),
            List.of(),
            Set.of("anna"));
    String digest = Deciding.decide(policy(new Approvals(1)), facts, NOW).subject().digest();
    GateFacts approved =
        new GateFacts(
            List.of(),
            Map.of(),
            facts.request(),
            List.of(word("anna", APPROVE, digest)),
            Set.of("anna"));
    assertThat(only(Deciding.decide(policy(new Approvals(1)), approved, NOW)).standing())
        .isEqualTo(Standing.MISSING);
  }

  @Test
  void namesOnlyThoseWhoMayStillApprove() {
    assertThat(one(ALL).whoCanResolve()).containsExactly("anna", "bert");
    assertThat(two(word("anna", APPROVE, DIGEST_OF_TWO)).whoCanResolve()).containsExactly("bert");
  }

  @Test
  void saysWhenThereAreNotEnoughPeople() {
    RequirementVerdict verdict = one(Set.of("rita", "edith"));
    assertThat(verdict.reason()).contains("not enough release managers");
    assertThat(verdict.whoCanResolve()).containsExactly("whoever manages members");
  }

  @Test
  void wantsDistinctPeople() {
    assertThat(
            two(word("anna", APPROVE, DIGEST_OF_TWO), word("anna", APPROVE, DIGEST_OF_TWO))
                .standing())
        .isEqualTo(Standing.MISSING);
    assertThat(
            two(word("anna", APPROVE, DIGEST_OF_TWO), word("bert", APPROVE, DIGEST_OF_TWO))
                .standing())
        .isEqualTo(Standing.SATISFIED);
  }

  @Test
  void doesNotCountAnApprovalOfSomethingElse() {
    assertThat(one(ALL, word("anna", APPROVE, OTHER)).standing()).isEqualTo(Standing.STALE);
  }

  @Test
  void isStoppedByOneRejectionOfThisSubject() {
    assertThat(one(ALL, word("anna", APPROVE, DIGEST), word("bert", REJECT, DIGEST)).standing())
        .isEqualTo(Standing.UNSATISFIED);
    assertThat(one(ALL, word("anna", APPROVE, DIGEST), word("bert", REJECT, OTHER)).standing())
        .isEqualTo(Standing.SATISFIED);
  }

  @Test
  void isNotMetBeforeSomebodyAsks() {
    GateFacts unasked = new GateFacts(List.of(), Map.of(), null, List.of(), ALL);
    String digest = Deciding.decide(policy(new Approvals(1)), unasked, NOW).subject().digest();
    GateFacts approved =
        new GateFacts(List.of(), Map.of(), null, List.of(word("anna", APPROVE, digest)), ALL);
    RequirementVerdict verdict = only(Deciding.decide(policy(new Approvals(1)), approved, NOW));
    assertThat(verdict.standing()).isEqualTo(Standing.MISSING);
    assertThat(verdict.reason()).contains("Nobody has asked");
  }

  private static RequirementVerdict one(Set<String> managers, ApprovalFact... words) {
    return only(Deciding.decide(policy(new Approvals(1)), Facts.people(managers, words), NOW));
  }

  private static RequirementVerdict two(ApprovalFact... words) {
    return only(Deciding.decide(policy(new Approvals(2)), Facts.people(ALL, words), NOW));
  }
}
