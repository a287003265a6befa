package dev.signalbox.notify;

import dev.signalbox.plan.ExternalDesk;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.SprintText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.StatedEvidence;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.timeline.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes plans whose tasks wait for one item outside, and lets it come and go. */
@Component
record Loft(Plan plan, PlanBook book, ExternalDesk externals) {

  private static final Actor ADA = Actor.person("ada");
  private static final TargetKey X = new TargetKey("X");

  ProjectKey project() {
    ProjectKey project = new ProjectKey("n" + UUID.randomUUID().toString().substring(0, 12));
    plan.createProject(project, "Notices", ADA);
    return project;
  }

  /** A waits for X, B for A; FREE for nothing; ENDED waits for X and is done. */
  void write(ProjectKey project, String owner) {
    write(
        project,
        List.of(
            task("A", TaskState.TODO, owner, "X"),
            task("B", TaskState.TODO, owner, "A"),
            task("FREE", TaskState.TODO, owner),
            task("ENDED", TaskState.DONE, owner, "X")),
        List.of());
  }

  /** The same document, but without A. */
  void leaveOutA(ProjectKey project, String owner) {
    write(
        project,
        List.of(
            task("B", TaskState.TODO, owner, "A"),
            task("FREE", TaskState.TODO, owner),
            task("ENDED", TaskState.DONE, owner, "X")),
        List.of(new TaskKey("A")));
  }

  private void write(ProjectKey project, List<TaskText> tasks, List<TaskKey> absent) {
    plan.apply(
        project,
        new PlanEdit(
            new SprintText("505", "Yard", "", "", List.of()),
            tasks,
            List.of(new ExternalText("X", ExternalKind.ARTEFACT, "Drawings", "Bridge office")),
            List.of(),
            List.of(),
            absent),
        ADA);
  }

  private static TaskText task(String key, TaskState state, String owner, String... dependsOn) {
    return new TaskText(
        new TaskKey(key),
        "Do " + key,
        state,
        null,
        List.of(owner),
        "",
        List.of(dependsOn),
        List.of());
  }

  void close(ProjectKey project) {
    externals.close(project, X, version(project), StatedEvidence.statement("seen"), ADA);
  }

  void revoke(ProjectKey project) {
    externals.revoke(project, X, version(project), "not there", ADA);
  }

  private long version(ProjectKey project) {
    return book.external(project, null, X).orElseThrow().version();
  }
}
