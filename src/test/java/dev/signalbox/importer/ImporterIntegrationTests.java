package dev.signalbox.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.SignalboxTest;
import dev.signalbox.importer.ImportReport.Outcome;
import dev.signalbox.importer.merge.AppliedDocuments;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskCommand;
import dev.signalbox.plan.TaskDesk;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.timeline.Actor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SignalboxTest
class ImporterIntegrationTests {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Actor ANN = Actor.person("ann");

  @Autowired Importer importer;
  @Autowired AppliedDocuments documents;
  @Autowired Plan plan;
  @Autowired TaskDesk desk;
  @Autowired JdbcClient jdbc;

  private final ProjectKey project = new ProjectKey("import-" + COUNT.incrementAndGet());

  @BeforeEach
  void makeProject() {
    plan.createProject(project, "Imports", ANN);
  }

  private static SubmittedDocument document(String text) {
    return new SubmittedDocument("plan.md", text.getBytes(StandardCharsets.UTF_8), null);
  }

  private long rows(String table) {
    return jdbc.sql("select count(*) from " + table + " where project = :project")
        .param("project", project.value())
        .query(Long.class)
        .single();
  }

  @Test
  void writesNothingInADryRun() {
    long version = plan.version(project);
    long entries = rows("timeline_entry");
    ImportReport report = importer.dryRun(project, document(PlanFixture.sample()));
    assertThat(report.outcome()).isEqualTo(Outcome.PREVIEW);
    assertThat(report.counts().added()).isEqualTo(25);
    assertThat(plan.version(project)).isEqualTo(version);
    assertThat(rows("task") + rows("plan_document")).isZero();
    assertThat(rows("timeline_entry")).isEqualTo(entries);
  }

  @Test
  void importsTheSeedAndThenTheSameAgainWithoutAnyChange() {
    SubmittedDocument seed = new SubmittedDocument("seed.md", PlanFixture.seed(), null);
    ImportReport first = importer.apply(project, seed, ANN);
    assertThat(first.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(first.counts().done()).isEqualTo(15);
    assertThat(first.counts().externals()).isEqualTo(15);
    PlanSnapshot snapshot = plan.snapshot(project);
    assertThat(snapshot.tasks()).hasSize(25);
    assertThat(snapshot.externals()).hasSize(15);
    assertThat(snapshot.tasks()).filteredOn(t -> !t.blockers().isEmpty()).hasSize(9);
    long entries = rows("timeline_entry");

    ImportReport second = importer.apply(project, seed, ANN);
    assertThat(second.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(second.message()).startsWith("Nothing changes");
    assertThat(second.planVersion()).isEqualTo(first.planVersion());
    ImportReport broken = importer.apply(project, document(PlanFixture.seedWithLineBreaks()), ANN);
    assertThat(broken.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(rows("timeline_entry")).isEqualTo(entries);
    assertThat(rows("plan_document")).isEqualTo(2);
    assertThat(plan.version(project)).isEqualTo(first.planVersion());
  }

  @Test
  void asksBeforeItLeavesOutWhatItCannotRead() {
    String odd = PlanFixture.sample().replace("DEVOPS-LNM-22-003 | TODO", "DEVOPS-LNM-22-003 | HM");
    Submission submission = Submission.of(PlanFile.ofText("plan.md", odd));
    ImportSummary asking = importer.apply(project, submission, ANN);
    assertThat(asking.outcome()).isEqualTo(Outcome.NEEDS_CHOICE);
    assertThat(asking.exitCode()).isEqualTo(1);
    assertThat(asking.first().oddities())
        .filteredOn(o -> o.severity() == OddityCode.Severity.ASK)
        .extracting(Oddity::code)
        .containsExactly(OddityCode.UNKNOWN_STATE);
    assertThat(rows("task") + rows("plan_document") + rows("sprint")).isZero();

    Consent skip = new Consent(true, null, Map.of());
    assertThat(importer.apply(project, submission.with(skip), ANN).exitCode()).isZero();
    assertThat(rows("task")).isBetween(24L, 25L);
  }

  @Test
  void keepsWhatPeopleChangedHere() {
    importer.apply(project, document(PlanFixture.sample()), ANN);
    jdbc.sql(
            "update task set state = 'DOING', state_date = null where project = :project and key ="
                + " 'DEVOPS-LNM-22-003'")
        .param("project", project.value())
        .update();
    String next = PlanFixture.sample().replace("Lint every API", "Lint each API");
    ImportReport report = importer.apply(project, document(next), ANN);
    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(report.counts().changed()).isEqualTo(1);
    assertThat(plan.snapshot(project).tasks())
        .filteredOn(t -> t.key().value().equals("DEVOPS-LNM-22-003"))
        .allMatch(t -> t.state() == TaskState.DOING);
  }

  @Test
  void asksWhoseWordCountsAndTakesTheAnswer() {
    importer.apply(project, document(PlanFixture.sample()), ANN);
    desk.perform(project, new TaskKey("DEVOPS-LNM-22-003"), 0, new TaskCommand.Start(), ANN);
    String next =
        PlanFixture.sample()
            .replace("DEVOPS-LNM-22-003 | TODO", "DEVOPS-LNM-22-003 | DONE (2025-12-01)");
    Submission submission = Submission.of(PlanFile.ofText("plan.md", next));
    ImportSummary asking = importer.apply(project, submission, ANN);
    assertThat(asking.outcome()).isEqualTo(Outcome.NEEDS_CHOICE);
    assertThat(asking.first().conflicts())
        .singleElement()
        .returns("DEVOPS-LNM-22-003/state", ImportReport.Conflict::id)
        .returns("TODO", ImportReport.Conflict::base)
        .returns("DONE (2025-12-01)", ImportReport.Conflict::document);
    assertThat(rows("plan_document")).isEqualTo(1);

    Consent document =
        new Consent(false, null, Map.of("DEVOPS-LNM-22-003/state", Consent.Word.DOCUMENT));
    assertThat(importer.apply(project, submission.with(document), ANN).outcome())
        .isEqualTo(Outcome.APPLIED);
    assertThat(plan.snapshot(project).tasks())
        .filteredOn(t -> t.key().value().equals("DEVOPS-LNM-22-003"))
        .allMatch(t -> t.state() == TaskState.DONE);
    assertThat(importer.apply(project, submission, ANN).outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void leavesATaskOfAnotherSprintAloneAndSaysSo() {
    importer.apply(project, document(PlanFixture.sample()), ANN);
    String other = PlanFixture.sample().replace("# Sprint 505", "# Sprint 506");
    ImportReport report =
        importer.apply(
            project,
            new SubmittedDocument("506.md", other.getBytes(StandardCharsets.UTF_8), null),
            ANN);
    assertThat(report.sprint().key()).isEqualTo("506");
    assertThat(report.elsewhere()).hasSize(25).allMatch(one -> one.sprint().equals("505"));
    assertThat(report.counts().added()).isZero();
    assertThat(plan.snapshot(project).tasks()).allMatch(task -> task.sprint().equals("505"));
  }

  @Test
  void appliesSeveralDocumentsTogetherOrNone() {
    String mine =
        "# Sprint 7 - A\n\n| ID | State | Task |\n|---|---|---|\n| AX-1 | TODO | Waits. Dependencies: BX-1. |\n";
    String yours =
        "# Sprint 8 - B\n\n| ID | State | Task |\n|---|---|---|\n| BX-1 | %s | Comes first. |\n| BX-2 | DONE | Was. |\n";
    String notes = "# Notes\n\nNothing to do here.\n";
    Submission bad =
        Submission.of(
            List.of(PlanFile.ofText("a.md", mine), PlanFile.ofText("b.md", yours.formatted("HM"))));
    ImportSummary held = importer.apply(project, bad, ANN);
    assertThat(held.reports())
        .extracting(ImportReport::outcome)
        .containsExactly(Outcome.HELD, Outcome.NEEDS_CHOICE);
    assertThat(rows("task")).isZero();

    Submission good =
        Submission.of(
            List.of(
                PlanFile.ofText("a.md", mine),
                PlanFile.ofText("notes.md", notes),
                PlanFile.ofText("b.md", yours.formatted("DONE"))));
    ImportSummary done = importer.apply(project, good, ANN);
    assertThat(done.reports())
        .extracting(ImportReport::outcome)
        .containsExactly(Outcome.APPLIED, Outcome.REFUSED, Outcome.APPLIED);
    assertThat(done.exitCode()).isZero();
    assertThat(done.summary()).contains("3 documents (1 without tasks)", "3 added");
    assertThat(plan.snapshot(project).externals()).isEmpty();
    assertThat(importer.apply(project, good, ANN).outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void keepsTheBytesOfTheLastDocumentAndLetsNobodyChangeThem() {
    importer.apply(project, document(PlanFixture.sample()), ANN);
    importer.apply(project, document(PlanFixture.sample().replace("Lint every", "Lint each")), ANN);
    AppliedDocuments.Kept kept = documents.lastFiles(project, "505").orElseThrow();
    assertThat(kept.dialect()).isEqualTo("sprint-document");
    assertThat(kept.files()).singleElement().returns("plan.md", PlanFile::path);
    assertThat(new String(kept.files().getFirst().bytes(), StandardCharsets.UTF_8))
        .isEqualTo(PlanFixture.sample().replace("Lint every", "Lint each"));
    assertThat(documents.lastFiles(project, "506")).isEmpty();
    assertThatThrownBy(
            () ->
                jdbc.sql("update plan_document_file set path = '' where document = :id")
                    .param("id", kept.id())
                    .update())
        .hasMessageContaining("not changed");
  }

  @Test
  void readsAReportAgainAsItWasGiven() {
    ImportReport report = importer.apply(project, document(PlanFixture.sample()), ANN);
    assertThat(importer.report(project, report.id())).contains(report);
    assertThat(importer.imports(project, null, 10).items())
        .extracting(ImportView::id)
        .containsExactly(report.id());
    assertThat(importer.report(new ProjectKey("other"), report.id())).isEmpty();
  }
}
