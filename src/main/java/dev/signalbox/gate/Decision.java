package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.ApprovalFact;
import dev.signalbox.gate.digest.CanonicalJson;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a gate at one time, with all that it rests on. Pure; storing it is another step.
 */
record Decision(
    GateVerdict verdict,
    Subject subject,
    List<RequirementVerdict> requirements,
    List<ApprovalFact> approvals,
    Instant decidedAt) {

  /** Requirements that keep the gate closed. */
  List<RequirementVerdict> missing() {
    return requirements.stream().filter(each -> !each.standing().opens()).toList();
  }

  /** Those of them that people cannot settle by approving. */
  List<RequirementVerdict> missingBeforeApproval() {
    return missing().stream().filter(each -> !each.kind().equals(Approvals.KIND)).toList();
  }

  /** The inputs as canonical JSON: what is stored to the letter, and what the digest is over. */
  String inputs() {
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    inputs.put("subject", subject.document());
    inputs.put("subjectDigest", subject.digest());
    inputs.put("approvals", words());
    inputs.put("requirements", requirements.stream().map(RequirementVerdict::document).toList());
    inputs.put("verdict", verdict.name());
    inputs.put("decidedAt", decidedAt.toString());
    return CanonicalJson.write(inputs);
  }

  /** Words on this very subject; those on others have no part in the decision. */
  private List<Map<String, String>> words() {
    return approvals.stream()
        .filter(word -> word.subjectDigest().equals(subject.digest()))
        .sorted(Comparator.comparing(ApprovalFact::person))
        .map(
            word ->
                Map.of(
                    "person", word.person(),
                    "word", word.word().name(),
                    "at", word.at().toString()))
        .toList();
  }
}
