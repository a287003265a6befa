package dev.signalbox.gate;

import dev.signalbox.TestPeople;
import dev.signalbox.TestPeople.Person;
import dev.signalbox.access.Caller;
import dev.signalbox.access.Role;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.report.Outcome;
import dev.signalbox.timeline.Actor;
import dev.signalbox.validation.JobDefinition;
import dev.signalbox.validation.JobDesk;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.ReportedResult;
import dev.signalbox.validation.RunSummary;
import dev.signalbox.validation.TriggerAnswer;
import dev.signalbox.validation.Validation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Brings projects with gates to a state through the verbs that everybody uses. */
@Component
class GateWorld {

  static final Actor KEEPER = Actor.person("keeper");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Plan plan;
  private final JobDesk jobs;
  private final Validation validation;
  private final Gatekeeper gatekeeper;
  private final TestPeople people;

  GateWorld(
      Plan plan, JobDesk jobs, Validation validation, Gatekeeper gatekeeper, TestPeople people) {
    this.plan = plan;
    this.jobs = jobs;
    this.validation = validation;
    this.gatekeeper = gatekeeper;
    this.people = people;
  }

  ProjectKey project() {
    ProjectKey project = new ProjectKey("gates-" + COUNT.incrementAndGet());
    plan.createProject(project, "Gates", KEEPER);
    return project;
  }

  void task(ProjectKey project, String key, TaskState state, String... dependsOn) {
    TaskText task =
        new TaskText(
            new TaskKey(key),
            "Work on " + key,
            state,
            null,
            List.of("olga"),
            "",
            List.of(dependsOn),
            List.of());
    SprintText sprint = new SprintText("505", "Departures", "", "", List.of());
    plan.apply(
        project, new PlanEdit(sprint, List.of(task), List.of(), List.of(), List.of()), KEEPER);
  }

  void job(ProjectKey project, String key) {
    jobs.define(project, new JobKey(key), JobDefinition.manual(key, "tests"), KEEPER);
  }

  RunSummary run(ProjectKey project, String job) {
    return switch (validation.trigger(project, new JobKey(job), Map.of(), KEEPER)) {
      case TriggerAnswer.Started started -> started.run();
      case TriggerAnswer.NoSuchJob no -> throw new AssertionError(no);
      case TriggerAnswer.Disabled no -> throw new AssertionError(no);
      case TriggerAnswer.TooManyOpen no -> throw new AssertionError(no);
    };
  }

  void report(ProjectKey project, RunSummary run, Outcome outcome) {
    validation.report(
        project,
        new ReportedResult(
            run.attempt(),
            outcome,
            outcome == Outcome.ERRORED ? "ENOSPC" : null,
            List.of(),
            null,
            null,
            null,
            "test"),
        Actor.machine("ci:build"));
  }

  void pass(ProjectKey project, String job) {
    report(project, run(project, job), Outcome.PASSED);
  }

  GateKey gate(ProjectKey project, Requirement... requirements) {
    GateKey key = new GateKey("departure");
    EditVerdict made =
        gatekeeper.define(
            project,
            key,
            new GateDefinition("Departure", new Scope.Everything(), List.of(requirements)),
            KEEPER);
    if (!(made instanceof EditVerdict.Saved)) {
      throw new AssertionError(made);
    }
    return key;
  }

  GateView view(ProjectKey project, GateKey gate) {
    return gatekeeper.evaluate(project, gate).orElseThrow();
  }

  Person releaseManager(ProjectKey project) {
    return people.person(project.value(), Role.RELEASE_MANAGER);
  }

  static Caller caller(ProjectKey project, Person person) {
    return new Caller(
        person.actor(),
        false,
        Map.of(project.value(), Set.of(Role.RELEASE_MANAGER)),
        TestPeople.ALL_SCOPES);
  }
}
