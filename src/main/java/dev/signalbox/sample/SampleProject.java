package dev.signalbox.sample;

import dev.signalbox.gate.GateDefinition;
import dev.signalbox.gate.GateKey;
import dev.signalbox.gate.Gatekeeper;
import dev.signalbox.gate.Requirements;
import dev.signalbox.importer.Importer;
import dev.signalbox.importer.SubmittedDocument;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.validation.JobDefinition;
import dev.signalbox.validation.JobDesk;
import dev.signalbox.validation.JobKey;
import dev.signalbox.webhook.Dialect;
import dev.signalbox.webhook.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A project that shows what a plan, jobs and gates look like: imported, defined and made through
 * the same doors that everybody uses. Nothing in it pretends to have run.
 */
@Component
public class SampleProject {

  private static final ClassPathResource PLAN = new ClassPathResource("sample/plan.md");

  private static final List<Map<String, Object>> SPRINT_GATE =
      List.of(
          Map.of("kind", "tasks-done"),
          Map.of("kind", "nothing-blocked"),
          Map.of("kind", "job-passed", "job", "graph-load", "maxAge", "P7D"),
          Map.of("kind", "job-passed", "job", "scanner-determinism", "maxAge", "P7D"),
          Map.of("kind", "approvals", "count", 1));

  private static final List<Map<String, Object>> PREVIEW_GATE =
      List.of(
          Map.of("kind", "tasks-done"),
          Map.of("kind", "nothing-blocked"),
          Map.of("kind", "job-passed", "job", "graph-load", "maxAge", "P7D"),
          Map.of("kind", "approvals", "count", 1));

  private final Plan plan;
  private final Importer importer;
  private final JobDesk jobs;
  private final Sources sources;
  private final Gatekeeper gates;

  SampleProject(Plan plan, Importer importer, JobDesk jobs, Sources sources, Gatekeeper gates) {
    this.plan = plan;
    this.importer = importer;
    this.jobs = jobs;
    this.sources = sources;
    this.gates = gates;
  }

  /** Makes it whole or not at all; the key must be free. Gives nobody a role. */
  @Transactional
  public void create(String key, String name, Actor actor) {
    ProjectKey project = new ProjectKey(key);
    if (!plan.createProject(project, name, actor)) {
      throw new IllegalStateException("the project " + key + " is there already");
    }
    importer.apply(project, document(), actor);
    job(project, "graph-load", "Graph index under load", "load", List.of("p95"), actor);
    job(project, "export-compat", "Exporter compatibility", "tests", List.of(), actor);
    job(
        project,
        "scanner-determinism",
        "Scanner determinism",
        "determinism",
        List.of("score"),
        actor);
    sources.create(project, "ci", Dialect.STANDARD_WEBHOOKS, actor);
    gate(
        project,
        "release-505",
        "Release of sprint 505",
        Map.of("sprint", "505"),
        SPRINT_GATE,
        actor);
    List<String> graphTasks =
        List.of("DEVOPS-GRAPH-24-001", "DEVOPS-GRAPH-24-002", "DEVOPS-GRAPH-24-003");
    gate(
        project,
        "graph-preview",
        "Preview of the graph API",
        Map.of("tasks", graphTasks),
        PREVIEW_GATE,
        actor);
  }

  private void job(
      ProjectKey project, String key, String name, String kind, List<String> facts, Actor actor) {
    JobDefinition manual = JobDefinition.manual(name, kind);
    jobs.define(
        project,
        new JobKey(key),
        new JobDefinition(
            name,
            kind,
            manual.trigger(),
            null,
            null,
            null,
            null,
            manual.queueDeadline(),
            manual.runDeadline(),
            manual.silenceLimit(),
            1,
            manual.retryBackoff(),
            Duration.ofDays(7),
            facts,
            Map.of(),
            "DevOps Guild",
            true),
        actor);
  }

  private void gate(
      ProjectKey project,
      String key,
      String name,
      Map<String, Object> scope,
      List<Map<String, Object>> requirements,
      Actor actor) {
    gates.define(
        project,
        new GateKey(key),
        new GateDefinition(name, Requirements.readScope(scope), Requirements.read(requirements)),
        actor);
  }

  private static SubmittedDocument document() {
    try {
      return new SubmittedDocument("sample-plan.md", PLAN.getContentAsByteArray(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
