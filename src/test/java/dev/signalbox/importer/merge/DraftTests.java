package dev.signalbox.importer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.ImportReport;
import dev.signalbox.importer.ImportReport.Change;
import dev.signalbox.importer.ImportReport.Contradiction;
import dev.signalbox.importer.ImportReport.Outcome;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.PlanFixture;
import dev.signalbox.importer.Submission;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DraftTests {

  private static final PlanSnapshot EMPTY =
      new PlanSnapshot(new ProjectKey("yard"), 1, List.of(), List.of(), List.of());
  private static final String KEY = "DEVOPS-LNM-22-003";

  private static Draft draft(String text, PlanSnapshot now, @Nullable PlanEdit base) {
    MemoryPast past = new MemoryPast();
    if (base != null) {
      past.said(base, "sprint-document");
    }
    return Drafts.of(Submission.of(PlanFile.ofText("plan.md", text)), now, past).getFirst();
  }

  private static ImportReport report(Draft draft) {
    return new Reports(draft).write(null, Outcome.PREVIEW, "", 1);
  }

  private static PlanSnapshot.Task task(PlanSnapshot plan, String key) {
    return plan.tasks().stream().filter(t -> t.key().value().equals(key)).findAny().orElseThrow();
  }

  private static PlanSnapshot with(PlanSnapshot plan, UnaryOperator<PlanSnapshot.Task> change) {
    List<PlanSnapshot.Task> tasks = new ArrayList<>(plan.tasks());
    tasks.replaceAll(t -> t.key().equals(new TaskKey(KEY)) ? change.apply(t) : t);
    return new PlanSnapshot(plan.project(), 2, plan.sprints(), tasks, plan.externals());
  }

  private static PlanSnapshot.Task started(PlanSnapshot.Task t, List<String> owners) {
    return new PlanSnapshot.Task(
        t.key(),
        t.text(),
        t.sprint(),
        TaskState.DOING,
        null,
        owners,
        t.dependsOn(),
        t.blockers(),
        t.absent(),
        t.version() + 1);
  }

  @Test
  void addsAllTasksOfAFirstImport() {
    ImportReport report = report(draft(PlanFixture.sample(), EMPTY, null));
    assertThat(report.counts().added()).isEqualTo(25);
    assertThat(report.counts().externals()).isEqualTo(15);
    assertThat(report.counts().held()).isEqualTo(9);
    assertThat(report.counts().undatedBlocked()).isEqualTo(1);
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void reportsTasksThatAreDeclaredFreeBehindABlock() {
    String seed = new String(PlanFixture.seed(), StandardCharsets.UTF_8);
    for (String text : List.of(PlanFixture.sample(), PlanFixture.flatSample(), seed)) {
      List<Contradiction> found = draft(text, EMPTY, null).contradictions();
      assertThat(found)
          .filteredOn(c -> c.source().equals("GRAPH") && c.text().isEmpty())
          .extracting(Contradiction::task)
          .contains(KEY, "DEVOPS-LEDGER-PACKS-42-002-REL");
      assertThat(found)
          .filteredOn(c -> c.source().equals("RISKS"))
          .extracting(Contradiction::task)
          .containsExactly("DEVOPS-LEDGER-PACKS-42-002-REL");
      assertThat(found).noneMatch(c -> c.source().equals("LOG"));
    }
  }

  @Test
  void reportsALogThatDisagreesWithTheTable() {
    String text =
        PlanFixture.sample().replace("Completed DEVOPS-OBS-52-001", "Completed DEVOPS-LNM-22-001");
    assertThat(draft(text, EMPTY, null).contradictions())
        .filteredOn(c -> c.source().equals("LOG"))
        .extracting(Contradiction::task)
        .containsExactly("DEVOPS-LNM-22-001");
  }

  @Test
  void changesNothingTheSecondTime() {
    Draft first = draft(PlanFixture.sample(), EMPTY, null);
    Draft second = draft(PlanFixture.flatSample(), first.merge().future(), first.said());
    assertThat(second.changesNothing()).isTrue();
    assertThat(report(second).counts().left()).isEqualTo(25);
  }

  @Test
  void leavesWhatPeopleChangedAndTheDocumentDidNot() {
    Draft first = draft(PlanFixture.sample(), EMPTY, null);
    PlanSnapshot edited =
        with(first.merge().future(), t -> started(t, List.of("DevOps Guild", "Night Shift")));
    String text = PlanFixture.sample().replace("Lint every API", "Lint each API");
    Draft second = draft(text, edited, first.said());
    assertThat(task(second.merge().future(), KEY).state()).isEqualTo(TaskState.DOING);
    assertThat(task(second.merge().future(), KEY).owners())
        .containsExactlyInAnyOrder("DevOps Guild", "Night Shift");
    ImportReport report = report(second);
    assertThat(report.counts().changed()).isEqualTo(1);
    assertThat(report.counts().conflicts()).isZero();
    assertThat(report.tasks())
        .filteredOn(t -> t.change() == Change.CHANGED)
        .extracting(ImportReport.TaskLine::key)
        .containsExactly("DEVOPS-OAS-61-001");
  }

  @Test
  void keepsPeoplesWordWhereBothChanged() {
    Draft first = draft(PlanFixture.sample(), EMPTY, null);
    PlanSnapshot edited = with(first.merge().future(), t -> started(t, t.owners()));
    String text = PlanFixture.sample().replace(KEY + " | TODO", KEY + " | DONE (2025-12-01)");
    Draft second = draft(text, edited, first.said());
    assertThat(task(second.merge().future(), KEY).state()).isEqualTo(TaskState.DOING);
    ImportReport report = report(second);
    assertThat(report.counts().conflicts()).isEqualTo(1);
    assertThat(report.tasks().stream().filter(t -> t.key().equals(KEY)).findAny().orElseThrow())
        .satisfies(t -> assertThat(t.change()).isEqualTo(Change.LEFT))
        .satisfies(t -> assertThat(t.differences().getFirst().here()).isEqualTo("DOING"));
  }

  @Test
  void reportsKeysThatVanishedAndKeepsTheirTasks() {
    Draft first = draft(PlanFixture.sample(), EMPTY, null);
    String text = PlanFixture.sample().replaceAll("(?m)^DEVOPS-OAS-61-002 .*\\R", "");
    Draft second = draft(text, first.merge().future(), first.said());
    assertThat(report(second).noLongerInDocument()).containsExactly("DEVOPS-OAS-61-002");
    assertThat(second.merge().future().tasks()).hasSize(25);
  }
}
