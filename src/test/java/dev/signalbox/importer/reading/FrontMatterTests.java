package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.TaskState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontMatterTests {

  private static final String ONE =
      """
      ---
      id: RAIL-1
      title: 'Lamps: oil the lamps'
      status: Done
      assignee: ["@ann", bob]
      completed_date: 2026-03-04
      labels: [no, yes]
      ---

      ## Description
      """;
  private static final String TWO =
      """
      ---
      id: RAIL-2
      title: no
      status: Draft
      dependencies:
        - task-1
        - SHED-9
      title: twice
      ---
      """;

  private static List<SprintReading> read(PlanFile... files) {
    return PlanFilesReader.withAllDialects().read(List.of(files), null);
  }

  private static String said(PlanFile file, Read<?> read) {
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    return text.substring(read.span().from(), read.span().to());
  }

  @Test
  void readsAFolderAsOnePlanNamedByItsConfiguration() {
    List<SprintReading> readings =
        read(
            PlanFile.ofText("yard/tasks/rail-1.md", ONE),
            PlanFile.ofText("yard/tasks/rail-2.md", TWO),
            PlanFile.ofText("yard/config.yml", "project_name: \"Winter yard\"\n"),
            PlanFile.ofText("yard/tasks/readme.md", "# Tasks\n"),
            PlanFile.ofText("board.md", "| ID | State |\n|---|---|\n| T-1 | DONE |\n"));
    assertThat(readings).hasSize(2);
    SprintReading yard = readings.get(1);
    assertThat(yard.name()).isEqualTo("yard");
    assertThat(yard.files()).hasSize(4);
    assertThat(yard.plan().sprint().key().value()).isEqualTo("Winter-yard");
    assertThat(yard.plan().oddities())
        .filteredOn(odd -> odd.code() == OddityCode.FILE_WITHOUT_TASKS)
        .extracting(odd -> odd.place().file())
        .containsExactly("yard/config.yml", "yard/tasks/readme.md");
    PlanEdit edit = Resolution.of(yard.plan(), List.of()).document();
    assertThat(edit.tasks().get(1).dependsOn()).containsExactly("RAIL-1", "SHED-9");
  }

  @Test
  void keepsWordsThatYamlWouldTakeForSomethingElse() {
    ParsedPlan plan = read(PlanFile.ofText("two.md", TWO)).getFirst().plan();
    assertThat(plan.tasks().getFirst().text().value()).isEqualTo("no");
    assertThat(plan.tasks().getFirst().state().value()).isEqualTo(TaskState.TODO);
    assertThat(plan.oddities())
        .extracting(Oddity::code)
        .contains(OddityCode.REPEATED_FIELD, OddityCode.DRAFT_TASK);
  }

  @Test
  void pointsAtEachValueWithoutItsQuotes() {
    for (String text : List.of(ONE, "\ufeff" + ONE.replace("\n", "\r\n"))) {
      PlanFile file = PlanFile.ofText("one.md", text.replace("oil the", "\ud83d\ude82 oil the"));
      ParsedPlan.Task task = read(file).getFirst().plan().tasks().getFirst();
      assertThat(said(file, task.key())).isEqualTo("RAIL-1");
      assertThat(said(file, task.text())).isEqualTo("Lamps: \ud83d\ude82 oil the lamps");
      assertThat(said(file, task.state())).isEqualTo("Done");
      assertThat(task.owners()).hasSize(2);
      assertThat(said(file, task.owners().get(1))).isEqualTo("bob");
      assertThat(task.stateDate()).isNotNull();
      assertThat(task.key().place().file()).isEqualTo("one.md");
    }
  }

  @Test
  void takesNoHeadThatAsksForAClassByItsTag() {
    String text = ONE.replace("status: Done", "status: !!javax.script.ScriptEngineManager Done");
    ParsedPlan plan = read(PlanFile.ofText("one.md", text)).getFirst().plan();
    assertThat(plan.tasks()).isEmpty();
    assertThat(plan.oddities()).extracting(Oddity::code).contains(OddityCode.NO_TASKS);
  }

  @Test
  void survivesYamlThatIsBrokenOrEndless() {
    String deep = "---\nid: T-1\ntitle: x\nstatus: " + "[".repeat(10_000) + "\n---\n";
    String laughs =
        "---\nid: T-1\ntitle: x\nstatus: Done\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b, *b]\n---\n";
    assertThat(read(PlanFile.ofText("deep.md", deep)).getFirst().plan().tasks()).isEmpty();
    assertThat(read(PlanFile.ofText("laughs.md", laughs)).getFirst().plan().tasks()).hasSize(1);
    assertThat(read(PlanFile.ofText("open.md", "---\nid: T-1\n")).getFirst().plan().tasks())
        .isEmpty();
  }

  @Test
  void reportsOneKeyInTwoFiles() {
    ParsedPlan plan =
        read(PlanFile.ofText("a.md", ONE), PlanFile.ofText("b.md", ONE.replace("Done", "To Do")))
            .getFirst()
            .plan();
    assertThat(plan.tasks()).hasSize(1);
    assertThat(plan.oddities())
        .filteredOn(odd -> odd.code() == OddityCode.DUPLICATE_TASK)
        .extracting(odd -> odd.place().file())
        .containsExactly("b.md");
  }
}
