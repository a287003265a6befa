package dev.signalbox.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople.Person;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.timeline.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Approvals against changes of evidence, on purpose at the same moment. */
@SignalboxTest
class ApprovalRaceIntegrationTests {

  private static final int ROUNDS = Integer.getInteger("signalbox.race.rounds", 250);
  private static final long STEP_NANOS = 500_000;

  @Autowired GateWorld world;
  @Autowired Gatekeeper gatekeeper;

  @Test
  void neverBindsAnApprovalToOtherEvidenceThanWasShown() throws Exception {
    ProjectKey project = world.project();
    Person anna = world.releaseManager(project);
    world.task(project, "YARD-0", TaskState.DONE);
    GateKey gate =
        world.gate(project, new TasksDone(new Scope.OfTasks(List.of("YARD-0"))), new Approvals(1));
    gatekeeper.request(project, gate, Actor.person("rita"));
    int before = 0;
    int after = 0;
    long headStart = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      GateView shown = world.view(project, gate);
      String task = "YARD-" + round;
      ApprovalVerdict verdict = race(project, gate, anna, shown, task, headStart);
      GateView now = world.view(project, gate);
      assertThat(now.verdict())
          .as("round %d: nobody approved what is there", round)
          .isEqualTo(GateVerdict.CLOSED);
      switch (verdict) {
        case ApprovalVerdict.Recorded recorded -> {
          before++;
          headStart += STEP_NANOS;
          assertIsAbout(project, gate, recorded.decision(), shown, task);
        }
        case ApprovalVerdict.OtherSubject other -> {
          after++;
          headStart -= STEP_NANOS;
          assertThat(other.difference()).extracting(Change::input).containsExactly("task " + task);
          assertThat(now.approvals())
              .noneMatch(word -> word.subjectDigest().equals(shown.subjectDigest()));
        }
        default -> throw new AssertionError("round " + round + ": " + verdict);
      }
    }
    assertThat(before).as("approvals that came first, of %d", ROUNDS).isPositive();
    assertThat(after).as("changes that came first, of %d", ROUNDS).isPositive();
  }

  @Test
  void takesOneApprovalOfOnePersonHoweverOftenItComesAtOnce() throws Exception {
    ProjectKey project = world.project();
    Person anna = world.releaseManager(project);
    GateKey gate = world.gate(project, new Approvals(2));
    gatekeeper.request(project, gate, Actor.person("rita"));
    String digest = world.view(project, gate).subjectDigest();
    List<Callable<ApprovalVerdict>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(
          () -> gatekeeper.approve(project, gate, digest, "", GateWorld.caller(project, anna)));
    }
    List<ApprovalVerdict> verdicts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<ApprovalVerdict> verdict : threads.invokeAll(calls)) {
        verdicts.add(verdict.get());
      }
    }
    assertThat(verdicts).filteredOn(ApprovalVerdict.Recorded.class::isInstance).hasSize(1);
    assertThat(verdicts).filteredOn(ApprovalVerdict.AlreadySpoken.class::isInstance).hasSize(7);
    assertThat(world.view(project, gate).verdict()).isEqualTo(GateVerdict.CLOSED);
  }

  /**
   * One race; whoever won the last one starts a little later, so that both keep coming close.
   *
   * @param headStart of the change before the approval, in ns; of the approval where negative
   */
  private ApprovalVerdict race(
      ProjectKey project, GateKey gate, Person anna, GateView shown, String task, long headStart)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<ApprovalVerdict> approval =
          threads.submit(
              () -> {
                start.await(10, TimeUnit.SECONDS);
                LockSupport.parkNanos(Math.max(0, headStart));
                return gatekeeper.approve(
                    project, gate, shown.subjectDigest(), "", GateWorld.caller(project, anna));
              });
      Future<?> change =
          threads.submit(
              () -> {
                start.await(10, TimeUnit.SECONDS);
                LockSupport.parkNanos(Math.max(0, -headStart));
                world.task(project, task, TaskState.TODO);
                return null;
              });
      change.get(20, TimeUnit.SECONDS);
      return approval.get(20, TimeUnit.SECONDS);
    }
  }

  /** The record is about what was shown, and the change comes after it in the book. */
  private void assertIsAbout(
      ProjectKey project, GateKey gate, long number, GateView shown, String task) {
    DecisionView decision = gatekeeper.decision(project, gate, number).orElseThrow();
    assertThat(decision.verdict()).isEqualTo(GateVerdict.OPEN);
    assertThat(decision.subjectDigest()).isEqualTo(shown.subjectDigest());
    assertThat(decision.digestMatches()).isTrue();
    assertThat(decision.inputs()).doesNotContain("\"" + task + "\"");
    assertThat(gatekeeper.decision(project, gate, number + 1).orElseThrow().verdict())
        .isEqualTo(GateVerdict.CLOSED);
  }
}
