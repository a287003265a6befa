package dev.signalbox.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople.Person;
import dev.signalbox.access.Caller;
import dev.signalbox.access.Role;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.report.Outcome;
import dev.signalbox.timeline.Actor;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.RunSummary;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SignalboxTest
class GatekeeperIntegrationTests {

  private static final JobPassed SMOKE = new JobPassed(new JobKey("smoke"), Duration.ofDays(1));

  @Autowired GateWorld world;
  @Autowired Gatekeeper gatekeeper;
  @Autowired GateWatch watch;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  private ProjectKey project;
  private Person anna;

  @BeforeEach
  void setUp() {
    project = world.project();
    anna = world.releaseManager(project);
    world.task(project, "YARD-1", TaskState.DONE);
    world.job(project, "smoke");
  }

  @Test
  void opensAndClosesWithItsTasks() {
    GateKey gate = world.gate(project, new TasksDone(null), new NothingBlocked(null));
    assertThat(world.view(project, gate).verdict()).isEqualTo(GateVerdict.OPEN);
    world.task(project, "YARD-2", TaskState.BLOCKED);
    GateView closed = world.view(project, gate);
    assertThat(closed.verdict()).isEqualTo(GateVerdict.CLOSED);
    assertThat(closed.missing())
        .extracting(RequirementVerdict::kind)
        .containsExactly("tasks-done", "nothing-blocked");
    assertThat(decisions(gate))
        .extracting(DecisionSummary::verdict)
        .containsExactly(GateVerdict.CLOSED, GateVerdict.OPEN);
  }

  @Test
  void recordsADecisionInTheTransactionThatEndsARun() {
    GateKey gate = world.gate(project, SMOKE);
    assertThat(reason(gate)).isEqualTo("Job smoke has never run.");
    RunSummary run = world.run(project, "smoke");
    assertThat(reason(gate)).isEqualTo("Run 1 is running.");
    world.report(project, run, Outcome.PASSED);
    assertThat(world.view(project, gate).verdict()).isEqualTo(GateVerdict.OPEN);
    assertThat(decisions(gate).getFirst().cause()).isEqualTo("run 1 of job smoke PASSED");
    assertThat(decisions(gate).getFirst().decidedBy()).isEqualTo(Actor.system("gate"));
  }

  @Test
  void closesOnABrokenRunAndOnOneThatGoesOn() {
    GateKey gate = world.gate(project, SMOKE);
    world.pass(project, "smoke");
    RunSummary second = world.run(project, "smoke");
    assertThat(world.view(project, gate).verdict()).isEqualTo(GateVerdict.CLOSED);
    world.report(project, second, Outcome.ERRORED);
    assertThat(world.view(project, gate).requirements().getFirst().standing())
        .isEqualTo(Standing.ERRORED);
  }

  @Test
  void closesWhenAPassGrowsOldThoughNothingHappens() {
    GateKey gate = world.gate(project, SMOKE);
    world.pass(project, "smoke");
    ageRuns(Duration.ofDays(1).minusMinutes(1));
    assertThat(world.view(project, gate).verdict()).isEqualTo(GateVerdict.OPEN);
    ageRuns(Duration.ofMinutes(1));
    assertThat(world.view(project, gate).requirements().getFirst().standing())
        .isEqualTo(Standing.STALE);
    watch.decideWhatGrewOld();
    DecisionSummary last = decisions(gate).getFirst();
    assertThat(last.verdict()).isEqualTo(GateVerdict.CLOSED);
    assertThat(last.cause()).isEqualTo("time passed");
    watch.decideWhatGrewOld();
    assertThat(decisions(gate).getFirst().number()).isEqualTo(last.number());
  }

  @Test
  void opensByAnApprovalAndNamesWhatMadeItStale() {
    GateKey gate = world.gate(project, new TasksDone(null), new Approvals(1));
    gatekeeper.request(project, gate, Actor.person("rita"));
    String digest = world.view(project, gate).subjectDigest();
    assertThat(approve(gate, anna, digest)).isInstanceOf(ApprovalVerdict.Recorded.class);
    assertThat(world.view(project, gate).verdict()).isEqualTo(GateVerdict.OPEN);
    world.task(project, "YARD-2", TaskState.DONE);
    GateView stale = world.view(project, gate);
    assertThat(stale.verdict()).isEqualTo(GateVerdict.CLOSED);
    assertThat(stale.missing())
        .extracting(RequirementVerdict::standing)
        .containsExactly(Standing.STALE);
    assertThat(stale.approvals().getFirst().stale()).isTrue();
    assertThat(stale.approvals().getFirst().difference())
        .extracting(Change::input)
        .containsExactly("task YARD-2");
    assertThat(approve(gate, anna, digest))
        .isInstanceOfSatisfying(
            ApprovalVerdict.OtherSubject.class,
            no ->
                assertThat(no.difference())
                    .extracting(Change::input)
                    .containsExactly("task YARD-2"));
  }

  @Test
  void refusesEveryWordThatMayNotBeSaid() {
    GateKey gate = world.gate(project, new TasksDone(null), new Approvals(2));
    String unasked = world.view(project, gate).subjectDigest();
    assertThat(approve(gate, anna, unasked)).isInstanceOf(ApprovalVerdict.NobodyAsked.class);
    Person rita = world.releaseManager(project);
    gatekeeper.request(project, gate, rita.actor());
    String digest = world.view(project, gate).subjectDigest();
    assertThat(approve(gate, rita, digest)).isInstanceOf(ApprovalVerdict.OwnRequest.class);
    assertThat(gatekeeper.approve(project, gate, digest, "", machine()))
        .isInstanceOf(ApprovalVerdict.NotAPerson.class);
    assertThat(gatekeeper.approve(project, gate, digest, "", stranger()))
        .isInstanceOf(ApprovalVerdict.NotAReleaseManager.class);
    assertThat(approve(gate, anna, "0".repeat(64)))
        .isInstanceOfSatisfying(
            ApprovalVerdict.OtherSubject.class, no -> assertThat(no.difference()).isNull());
    assertThat(approve(gate, anna, digest)).isInstanceOf(ApprovalVerdict.Recorded.class);
    assertThat(approve(gate, anna, digest)).isInstanceOf(ApprovalVerdict.AlreadySpoken.class);
    assertThat(world.view(project, gate).verdict()).isEqualTo(GateVerdict.CLOSED);
    assertThat(refusals()).isEqualTo(6);
  }

  @Test
  void takesNoApprovalBeforeTheOtherRequirementsAreSatisfiedButARejection() {
    GateKey gate = world.gate(project, SMOKE, new Approvals(1));
    gatekeeper.request(project, gate, Actor.person("rita"));
    String digest = world.view(project, gate).subjectDigest();
    assertThat(approve(gate, anna, digest))
        .isInstanceOfSatisfying(
            ApprovalVerdict.NotYet.class,
            no ->
                assertThat(no.missing())
                    .extracting(RequirementVerdict::kind)
                    .containsExactly("job-passed"));
    assertThat(gatekeeper.reject(project, gate, digest, "no", GateWorld.caller(project, anna)))
        .isInstanceOf(ApprovalVerdict.Recorded.class);
  }

  @Test
  void doesNotLetTheEditorOfThePolicyApprove() {
    GateKey gate = world.gate(project, new TasksDone(null), new Approvals(1));
    long version = world.view(project, gate).policyVersion();
    GateDefinition laxer =
        new GateDefinition("Laxer", new Scope.Everything(), List.of(new Approvals(1)));
    assertThat(gatekeeper.edit(project, gate, laxer, version + 1, anna.actor()))
        .isEqualTo(new EditVerdict.OtherVersion(version));
    gatekeeper.edit(project, gate, laxer, version, anna.actor());
    gatekeeper.request(project, gate, Actor.person("rita"));
    String digest = world.view(project, gate).subjectDigest();
    assertThat(approve(gate, anna, digest)).isInstanceOf(ApprovalVerdict.EditorOfThePolicy.class);
  }

  @Test
  void losesItsApprovalsWithTheRequestThatTheyAnswered() {
    GateKey gate = world.gate(project, new Approvals(1));
    gatekeeper.request(project, gate, Actor.person("rita"));
    assertThat(gatekeeper.request(project, gate, Actor.person("otto")))
        .isInstanceOf(RequestVerdict.AlreadyRequested.class);
    approve(gate, anna, world.view(project, gate).subjectDigest());
    assertThat(world.view(project, gate).verdict()).isEqualTo(GateVerdict.OPEN);
    gatekeeper.withdraw(project, gate, Actor.person("rita"));
    assertThat(world.view(project, gate).verdict()).isEqualTo(GateVerdict.CLOSED);
    gatekeeper.request(project, gate, anna.actor());
    assertThat(world.view(project, gate).verdict()).isEqualTo(GateVerdict.CLOSED);
  }

  @Test
  void keepsDecisionsThatAnyoneCanCheckAndNobodyCanChange() {
    GateKey gate = world.gate(project, new TasksDone(null));
    DecisionView decision = gatekeeper.decision(project, gate, 1).orElseThrow();
    assertThat(decision.digestMatches()).isTrue();
    assertThat(decision.inputs()).contains("\"YARD-1\"").contains(decision.subjectDigest());
    for (String change :
        List.of(
            "update gate_decision set verdict = 'CLOSED'",
            "delete from gate_decision",
            "truncate gate_decision",
            "truncate approval")) {
      assertThatExceptionOfType(DataAccessException.class)
          .as(change)
          .isThrownBy(() -> jdbc.sql(change).update());
    }
  }

  @Test
  void decidesOnThePrimaryOnly() {
    GateKey gate = world.gate(project, new Approvals(1));
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          jdbc.sql("create schema standby").update();
          jdbc.sql(
                  "create function standby.pg_is_in_recovery() returns boolean language sql"
                      + " return true")
              .update();
          jdbc.sql("set local search_path to standby, pg_catalog, public").update();
          assertThatExceptionOfType(ProblemException.class)
              .isThrownBy(() -> approve(gate, anna, "0".repeat(64)))
              .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.UNAVAILABLE));
        });
  }

  @Test
  void isGoneWhenRetiredButItsDecisionsStay() {
    GateKey gate = world.gate(project, new TasksDone(null));
    gatekeeper.retire(project, gate, 1, GateWorld.KEEPER);
    assertThat(gatekeeper.evaluate(project, gate)).isEmpty();
    assertThat(decisions(gate)).isNotEmpty();
    GateDefinition again =
        new GateDefinition("Again", new Scope.Everything(), List.of(new Approvals(1)));
    assertThat(gatekeeper.define(project, gate, again, GateWorld.KEEPER))
        .isInstanceOf(EditVerdict.KeyTaken.class);
  }

  private ApprovalVerdict approve(GateKey gate, Person person, String digest) {
    return gatekeeper.approve(project, gate, digest, "", GateWorld.caller(project, person));
  }

  private List<DecisionSummary> decisions(GateKey gate) {
    return gatekeeper.decisions(project, gate, Long.MAX_VALUE, 50);
  }

  private String reason(GateKey gate) {
    return world.view(project, gate).requirements().getFirst().reason();
  }

  private Caller machine() {
    return new Caller(
        Actor.machine("ci:build"),
        false,
        Map.of(project.value(), Set.of(Role.values())),
        GateWorld.caller(project, anna).scopes());
  }

  /** Says that they are a release manager, and are not in the database. */
  private Caller stranger() {
    return new Caller(
        Actor.person("sam"),
        false,
        Map.of(project.value(), Set.of(Role.RELEASE_MANAGER)),
        GateWorld.caller(project, anna).scopes());
  }

  private long refusals() {
    return jdbc.sql(
            "select count(*) from timeline_entry where project = ? and action ="
                + " 'gate.approval-refused'")
        .param(project.value())
        .query(Long.class)
        .single();
  }

  private void ageRuns(Duration by) {
    jdbc.sql(
            """
            update run set finished_at = finished_at - make_interval(secs => :seconds),
              created_at = created_at - make_interval(secs => :seconds)
            where job_id in (select id from job where project = :project)
            """)
        .param("seconds", (double) by.toSeconds())
        .param("project", project.value())
        .update();
  }
}
