package dev.signalbox.importer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.ImportReport.Elsewhere;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.Submission;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks that go from one sprint to another, by the documents or by people. */
class MovedTasksTests {

  private static final String ROW = "OPS-2 | TODO | Oil the points. | Bo (yard/north)";
  private static final String A =
      Yard.table("# Sprint 7 - Night shift", "OPS-1 | TODO | Paint it. | Ann (yard/north)", ROW);
  private static final String A_WITHOUT = A.replace("| " + ROW + " |\n", "");
  private static final String B =
      Yard.table("# Sprint 8 - Late shift", "OPS-3 | TODO | Fit the lamp. | Bo (yard/north)");
  private static final String B_WITH = B + "| " + ROW + " |\n";

  private final Yard yard = new Yard();

  @Test
  void takesATaskThatWasCutFromAnotherDocument() {
    yard.apply("7.md", A);
    yard.apply("8.md", B);
    yard.apply("7.md", A_WITHOUT);
    assertThat(yard.task("OPS-2").absent()).isTrue();
    Draft pasted = yard.apply("8.md", B_WITH.replace("OPS-2 | TODO", "OPS-2 | DOING"));
    assertThat(pasted.needsChoice()).isFalse();
    assertThat(pasted.keys().elsewhere()).isEmpty();
    assertThat(yard.task("OPS-2").absent()).isFalse();
    assertThat(yard.task("OPS-2").sprint()).isEqualTo("8");
    assertThat(yard.task("OPS-2").state()).isEqualTo(TaskState.DOING);
  }

  @Test
  void keepsATaskThatAnotherDocumentOfTheSameSubmissionNames() {
    yard.apply("7.md", A);
    yard.apply("8.md", B);
    Submission both =
        Submission.of(List.of(PlanFile.ofText("7.md", A_WITHOUT), PlanFile.ofText("8.md", B_WITH)));
    List<Draft> drafts = Drafts.of(both, yard.plan, yard.past);
    assertThat(drafts).hasSize(2);
    assertThat(drafts)
        .allSatisfy(
            draft -> assertThat(draft.edit().absent()).doesNotContain(new TaskKey("OPS-2")));
  }

  private void moveByHand(String key, String to) {
    yard.change(
        key,
        task ->
            new PlanSnapshot.Task(
                task.key(),
                task.text(),
                to,
                task.state(),
                task.stateDate(),
                task.owners(),
                task.dependsOn(),
                task.blockers(),
                task.absent(),
                task.version() + 1));
  }

  @Test
  void leavesANumberedTaskWherePeopleMovedIt() {
    String numbered =
        Yard.table(
            "# Sprint 7 - Night shift", "1 | TODO | Paint it. | Ann", "2 | TODO | Oil. | Bo");
    yard.apply("7.md", numbered);
    yard.apply("8.md", B);
    moveByHand("2", "8");
    for (String word : List.of("Clean", "Wash")) {
      Draft next = yard.apply("7.md", numbered.replace("Paint", word));
      assertThat(next.keys().elsewhere()).extracting(Elsewhere::task).containsExactly("2");
      assertThat(yard.task("2").sprint()).isEqualTo("8");
      assertThat(yard.plan.tasks()).hasSize(3);
    }
  }

  @Test
  void leavesATaskOfAQualifiedOrAShorterKeyWherePeopleMovedIt() {
    String other = Yard.table("# Sprint 6 - Dawn", "1 | TODO | Sweep the platform. | Ann");
    String own = Yard.table("# Sprint 7 - Night shift", "1 | TODO | Paint it. | Ann", ROW);
    yard.apply("6.md", other);
    yard.apply("7.md", own.replace("OPS-2", "YARD-OPS-61-002"));
    yard.apply("8.md", B);
    moveByHand("7:1", "8");
    moveByHand("YARD-OPS-61-002", "8");
    Draft next = yard.apply("7.md", own.replace("OPS-2", "OPS-61-002"));
    assertThat(next.keys().elsewhere())
        .extracting(Elsewhere::task)
        .containsExactly("1", "OPS-61-002");
    assertThat(yard.plan.tasks()).hasSize(4);
  }
}
