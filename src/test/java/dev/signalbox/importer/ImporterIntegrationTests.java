package dev.signalbox.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.SignalboxTest;
import dev.signalbox.importer.ImportReport.Outcome;
import dev.signalbox.importer.merge.AppliedDocuments;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.timeline.Actor;
import java.nio.charset.StandardCharsets;
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
    assertThat(first.counts().externals()).isEqualTo(6);
    PlanSnapshot snapshot = plan.snapshot(project);
    assertThat(snapshot.tasks()).hasSize(25);
    assertThat(snapshot.externals()).hasSize(6);
    assertThat(snapshot.tasks()).filteredOn(t -> !t.blockers().isEmpty()).hasSize(9);
    long entries = rows("timeline_entry");

    ImportReport second = importer.apply(project, seed, ANN);
    assertThat(second.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(second.message()).startsWith("Nothing changes");
    assertThat(second.planVersion()).isEqualTo(first.planVersion());
    ImportReport broken = importer.apply(project, document(PlanFixture.seedWithLineBreaks()), ANN);
    assertThat(broken.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(rows("timeline_entry")).isEqualTo(entries);
    assertThat(rows("plan_document")).isEqualTo(1);
    assertThat(plan.version(project)).isEqualTo(first.planVersion());
  }

  @Test
  void importsNothingOfADocumentWithAProblem() {
    String odd = PlanFixture.sample().replace("DEVOPS-LNM-22-003 | TODO", "DEVOPS-LNM-22-003 | HM");
    ImportReport report = importer.apply(project, document(odd), ANN);
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.problems())
        .extracting(Oddity::code)
        .containsExactly(OddityCode.UNKNOWN_STATE);
    assertThat(rows("task") + rows("plan_document") + rows("sprint")).isZero();
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
  void refusesATaskOfAnotherSprintWithItsPlace() {
    importer.apply(project, document(PlanFixture.sample()), ANN);
    String other = PlanFixture.sample().replace("# Sprint 505", "# Sprint 506");
    ImportReport report = importer.apply(project, document(other), ANN);
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.problems())
        .isNotEmpty()
        .allMatch(odd -> odd.code() == OddityCode.REFUSED_BY_PLAN);
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
