package dev.signalbox.gate;

import static dev.signalbox.gate.Facts.NOW;
import static dev.signalbox.gate.Facts.policy;
import static dev.signalbox.gate.Facts.run;
import static dev.signalbox.gate.Facts.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.gate.GateFacts.JobFact;
import dev.signalbox.gate.GateFacts.RequestFact;
import dev.signalbox.gate.GateFacts.RunFact;
import dev.signalbox.gate.digest.Digests;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.report.Outcome;
import dev.signalbox.timeline.Actor;
import dev.signalbox.validation.JobKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubjectTests {

  private static final GatePolicy POLICY =
      policy(new TasksDone(null), new JobPassed(new JobKey("smoke"), null));
  private static final RunFact PASS = run(3, Outcome.PASSED, Duration.ZERO, null);
  private static final GateFacts BEFORE = facts(DerivedState.BLOCKED, PASS, "rita");

  @Test
  void hasTheSameDigestForTheSameInputs() {
    assertThat(Subject.of(POLICY, facts(DerivedState.BLOCKED, PASS, "rita")).digest())
        .isEqualTo(Subject.of(POLICY, BEFORE).digest());
    assertThat(Digests.isDigest(Subject.of(POLICY, BEFORE).digest())).isTrue();
  }

  @Test
  void namesATaskThatChanged() {
    assertThat(changes(facts(DerivedState.DONE, PASS, "rita")))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.input()).isEqualTo("task T-1");
              assertThat(change.before()).contains("BLOCKED");
              assertThat(change.after()).contains("DONE");
            });
  }

  @Test
  void namesAJobThatRanAgainEvenWithTheSameOutcome() {
    RunFact retry =
        new RunFact(3, new UUID(9, 9), 2, PASS.outcome(), null, PASS.finishedAt(), null);
    assertThat(changes(facts(DerivedState.BLOCKED, retry, "rita")))
        .extracting(Change::input)
        .containsExactly("job smoke");
  }

  @Test
  void namesAnotherRequester() {
    assertThat(changes(facts(DerivedState.BLOCKED, PASS, "anna")))
        .extracting(Change::input)
        .containsExactly("requester");
  }

  @Test
  void namesWhatCameAndWhatWent() {
    GateFacts moved =
        new GateFacts(
            List.of(task("T-2", DerivedState.READY)),
            BEFORE.jobs(),
            BEFORE.request(),
            List.of(),
            Set.of());
    List<Change> changes = changes(moved);
    assertThat(changes).extracting(Change::input).containsExactly("task T-1", "task T-2");
    assertThat(changes.getFirst().after()).isNull();
    assertThat(changes.getLast().before()).isNull();
  }

  @Test
  void changesWithEveryPartOfThePolicy() {
    GatePolicy edited =
        new GatePolicy(
            POLICY.project(),
            POLICY.key(),
            POLICY.name(),
            new Scope.OfSprint("505"),
            List.of(new TasksDone(null)),
            2,
            "edith");
    assertThat(
            Difference.between(
                Subject.of(POLICY, BEFORE).document(), Subject.of(edited, BEFORE).document()))
        .extracting(Change::input)
        .containsExactly("policyVersion", "requirements", "scope");
  }

  @Test
  void bindsADecisionToExactlyItsInputs() {
    Decision one = Deciding.decide(POLICY, BEFORE, NOW);
    Decision later = Deciding.decide(POLICY, BEFORE, NOW.plusSeconds(1));
    assertThat(one.inputs()).isEqualTo(Deciding.decide(POLICY, BEFORE, NOW).inputs());
    assertThat(one.inputs()).isNotEqualTo(later.inputs()).contains(one.subject().text());
    assertThat(one.subject().digest()).isEqualTo(later.subject().digest());
  }

  private static List<Change> changes(GateFacts after) {
    return Difference.between(
        Subject.of(POLICY, BEFORE).document(), Subject.of(POLICY, after).document());
  }

  private static GateFacts facts(DerivedState state, RunFact run, String requester) {
    return new GateFacts(
        List.of(task("T-1", state)),
        Map.of("smoke", new JobFact(true, run)),
        new RequestFact(Actor.person(requester), "", NOW),
        List.of(),
        Set.of());
  }
}
