package dev.signalbox.gate;

import static dev.signalbox.gate.Facts.NOW;
import static dev.signalbox.gate.Facts.only;
import static dev.signalbox.gate.Facts.policy;
import static dev.signalbox.gate.Facts.run;
import static dev.signalbox.gate.Facts.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.gate.GateFacts.JobFact;
import dev.signalbox.gate.GateFacts.RunFact;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.report.Outcome;
import dev.signalbox.validation.JobKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DecidingTests {

  private static final JobKey SMOKE = new JobKey("smoke");
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void neverOpensAGateWithoutRequirements() {
    Decision decision = Deciding.decide(policy(), Facts.tasks(task("T-1", DerivedState.DONE)), NOW);
    assertThat(decision.verdict()).isEqualTo(GateVerdict.CLOSED);
    assertThat(decision.missing()).isEmpty();
  }

  @Test
  void opensWhenTheLastTaskIsDone() {
    GatePolicy policy = policy(new TasksDone(null));
    assertThat(decide(policy, task("T-1", DerivedState.DONE)).verdict())
        .isEqualTo(GateVerdict.OPEN);
    Decision closed =
        decide(policy, task("T-1", DerivedState.DONE), task("T-2", DerivedState.READY));
    assertThat(closed.verdict()).isEqualTo(GateVerdict.CLOSED);
    assertThat(only(closed).frees()).containsExactly("finish T-2");
    assertThat(only(closed).whoCanResolve()).containsExactly("olga");
  }

  @ParameterizedTest
  @EnumSource(value = DerivedState.class, names = "DONE", mode = Mode.EXCLUDE)
  void countsOnlyDoneAsDone(DerivedState state) {
    Decision decision = decide(policy(new TasksDone(null)), task("T-1", state));
    assertThat(only(decision).standing()).isEqualTo(Standing.UNSATISFIED);
  }

  @ParameterizedTest
  @EnumSource(value = DerivedState.class, names = "BLOCKED", mode = Mode.EXCLUDE)
  void letsEverythingButABlockedTaskPass(DerivedState state) {
    GatePolicy policy = policy(new NothingBlocked(null));
    assertThat(decide(policy, task("T-1", state)).verdict()).isEqualTo(GateVerdict.OPEN);
    Decision held = decide(policy, task("T-1", state), task("T-2", DerivedState.BLOCKED));
    assertThat(only(held).standing()).isEqualTo(Standing.UNSATISFIED);
    assertThat(only(held).frees()).containsExactly("free T-2: cause of T-2");
  }

  @Test
  void isNotMetByAScopeThatCoversNothing() {
    Scope nobody = new Scope.OfSprint("999");
    Scope half = new Scope.OfTasks(List.of("T-1", "T-404"));
    for (Requirement requirement :
        List.of(
            new TasksDone(nobody),
            new TasksDone(half),
            new NothingBlocked(nobody),
            new NothingBlocked(half))) {
      Decision decision = decide(policy(requirement), task("T-1", DerivedState.DONE));
      assertThat(only(decision).standing()).as(requirement.words()).isEqualTo(Standing.MISSING);
    }
    assertThat(only(decide(policy(new TasksDone(null)))).standing()).isEqualTo(Standing.MISSING);
  }

  @Test
  void looksOnlyAtItsOwnScope() {
    Scope first = new Scope.OfTasks(List.of("T-1"));
    Decision decision =
        decide(
            policy(new Scope.Everything(), new TasksDone(first)),
            task("T-1", DerivedState.DONE),
            task("T-2", DerivedState.BLOCKED));
    assertThat(decision.verdict()).isEqualTo(GateVerdict.OPEN);
  }

  @Test
  void countsAPassUpToItsLimitAndNotBeyond() {
    GatePolicy own = policy(new JobPassed(SMOKE, DAY));
    GatePolicy plain = policy(new JobPassed(SMOKE, null));
    Duration beyond = DAY.plusNanos(1000);
    assertThat(standing(own, run(1, Outcome.PASSED, DAY, null))).isEqualTo(Standing.SATISFIED);
    assertThat(standing(own, run(1, Outcome.PASSED, beyond, null))).isEqualTo(Standing.STALE);
    assertThat(standing(plain, run(1, Outcome.PASSED, DAY, DAY))).isEqualTo(Standing.SATISFIED);
    assertThat(standing(plain, run(1, Outcome.PASSED, beyond, DAY))).isEqualTo(Standing.STALE);
    assertThat(standing(plain, run(1, Outcome.PASSED, DAY.multipliedBy(999), null)))
        .isEqualTo(Standing.SATISFIED);
  }

  @Test
  void takesTheStricterOfTheTwoLimits() {
    Duration week = Duration.ofDays(7);
    Duration twoDays = Duration.ofDays(2);
    RunFact lax = run(1, Outcome.PASSED, twoDays, week);
    RunFact strict = run(1, Outcome.PASSED, twoDays, DAY);
    assertThat(standing(policy(new JobPassed(SMOKE, DAY)), lax)).isEqualTo(Standing.STALE);
    assertThat(standing(policy(new JobPassed(SMOKE, week)), strict)).isEqualTo(Standing.STALE);
    assertThat(standing(policy(new JobPassed(SMOKE, week)), lax)).isEqualTo(Standing.SATISFIED);
  }

  @Test
  void doesNotTrustAPassFromTheFuture() {
    GatePolicy policy = policy(new JobPassed(SMOKE, DAY));
    Duration ahead = JobPassed.CLOCK_TOLERANCE.negated();
    assertThat(standing(policy, run(1, Outcome.PASSED, ahead, null))).isEqualTo(Standing.SATISFIED);
    assertThat(standing(policy, run(1, Outcome.PASSED, ahead.minusNanos(1), null)))
        .isEqualTo(Standing.INCONCLUSIVE);
  }

  @Test
  void keepsMissingBrokenFailedAndCancelledApart() {
    GatePolicy policy = policy(new JobPassed(SMOKE, null));
    assertThat(standing(policy, new JobFact(false, null))).isEqualTo(Standing.MISSING);
    assertThat(standing(policy, new JobFact(true, null))).isEqualTo(Standing.MISSING);
    assertThat(standing(policy, new JobFact(false, run(1, Outcome.PASSED, DAY, null))))
        .isEqualTo(Standing.MISSING);
    assertThat(standing(policy, run(1, Outcome.FAILED, DAY, null))).isEqualTo(Standing.UNSATISFIED);
    assertThat(standing(policy, run(1, Outcome.ERRORED, DAY, null))).isEqualTo(Standing.ERRORED);
    assertThat(standing(policy, run(1, Outcome.CANCELLED, DAY, null)))
        .isEqualTo(Standing.INCONCLUSIVE);
    assertThat(standing(policy, new RunFact(1, Facts.ATTEMPT, 1, Outcome.PASSED, null, null, DAY)))
        .isEqualTo(Standing.INCONCLUSIVE);
  }

  @Test
  void waitsForARunThatGoesOn() {
    GateFacts facts =
        Facts.job(
            "smoke", new JobFact(true, new RunFact(2, Facts.ATTEMPT, 1, null, null, null, null)));
    RequirementVerdict verdict =
        only(Deciding.decide(policy(new JobPassed(SMOKE, null)), facts, NOW));
    assertThat(verdict.standing()).isEqualTo(Standing.MISSING);
    assertThat(verdict.reason()).contains("running");
  }

  @Test
  void namesTheErrorCodeOfABrokenRun() {
    RunFact full = new RunFact(3, Facts.ATTEMPT, 2, Outcome.ERRORED, "ENOSPC", NOW, null);
    GateFacts facts = Facts.job("smoke", new JobFact(true, full));
    assertThat(only(Deciding.decide(policy(new JobPassed(SMOKE, null)), facts, NOW)).reason())
        .contains("ENOSPC");
  }

  @Test
  void staysClosedOverARequirementThatItCannotRead() {
    Decision decision = decide(policy(new Unreadable("of a later version")));
    assertThat(only(decision).standing()).isEqualTo(Standing.ERRORED);
    assertThat(decision.verdict()).isEqualTo(GateVerdict.CLOSED);
  }

  @Test
  void staysClosedWhenARequirementFailsToAnswer() {
    RunFact absurd = run(1, Outcome.PASSED, DAY, Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(standing(policy(new JobPassed(SMOKE, null)), absurd)).isEqualTo(Standing.ERRORED);
  }

  private static Decision decide(GatePolicy policy, GateFacts.TaskFact... tasks) {
    return Deciding.decide(policy, Facts.tasks(tasks), NOW);
  }

  private static Standing standing(GatePolicy policy, RunFact run) {
    return standing(policy, new JobFact(true, run));
  }

  private static Standing standing(GatePolicy policy, JobFact fact) {
    return only(Deciding.decide(policy, Facts.job("smoke", fact), NOW)).standing();
  }
}
