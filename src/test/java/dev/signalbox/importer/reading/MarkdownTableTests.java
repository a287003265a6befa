package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.TaskState;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTests {

  private static final String BOARD =
      """
      # Winter board

      Some words that nobody asked for.

      | Status | Owner | Depends On | Title | ID | Points |
      |:-------|:-----:|-----------:|-------|----|--------|
      | \u2705 **Completed** | Ann, Bob | - | Lay the track | `T-01` | 3 |
      | In progress | Ann | T-01 | Hang the \\| signals | T-02 | 5 |
      | Not started |  | T-01, T-02, X-9 | Run a train | [T-03](https://example.org) | 8 |
      | On hold | Cy | the inspector's letter | Open the line | T-04 | |

      ## Risks
      * Snow may come.
      """;

  private static PlanReader.Reading read(String text) {
    return PlanReader.withAllDialects().read(Document.ofText(text), null);
  }

  @Test
  void findsColumnsInAnyOrderByTheirWords() {
    PlanReader.Reading reading = read(BOARD);
    assertThat(reading.dialect()).isEqualTo("markdown-table");
    assertThat(reading.plan().oddities()).noneMatch(Oddity::isFatal);
    PlanEdit edit = Resolution.of(reading.plan(), List.of()).document();
    assertThat(edit.tasks())
        .extracting(task -> task.key().value())
        .containsExactly("T-01", "T-02", "T-03", "T-04");
    assertThat(edit.tasks())
        .extracting(PlanEdit.TaskText::state)
        .containsExactly(TaskState.DONE, TaskState.DOING, TaskState.TODO, TaskState.BLOCKED);
    assertThat(edit.tasks().get(0).owners()).containsExactly("Ann", "Bob");
    assertThat(edit.tasks().get(1).text()).isEqualTo("Hang the | signals");
    assertThat(edit.tasks().get(2).owners()).isEmpty();
    assertThat(edit.tasks().get(2).dependsOn()).containsExactly("T-01", "T-02", "X-9");
    assertThat(edit.tasks().get(3).blockers())
        .extracting(PlanEdit.BlockerText::reason)
        .containsExactly("Depends on the inspector's letter");
    assertThat(edit.externals())
        .extracting(PlanEdit.ExternalText::key)
        .containsExactly("X-9", "inspector's letter");
    assertThat(edit.risks()).extracting(PlanEdit.RiskText::text).containsExactly("Snow may come.");
    assertThat(edit.sprint().title()).isEqualTo("Winter board");
    assertThat(edit.sprint().key()).isEqualTo("Winter-board");
  }

  @Test
  void takesNoCountsAndNoTotalsForTasks() {
    PlanReader.Reading reading =
        read(
            """
            # Yard

            | Status | Stories | Points | Share |
            |---|---|---|---|
            | Completed | 28 | 562 | 25.5% |
            | In progress | 22 | 314 | 20.0% |

            | ID | Task | Status | Points |
            |---|---|---|---|
            | Y-1 | Lay the track | Completed | 8 |
            | | **TOTALS** | | 8 |
            """);
    assertThat(reading.plan().tasks())
        .extracting(task -> task.key().value().value())
        .containsExactly("Y-1");
    assertThat(reading.plan().oddities())
        .anyMatch(oddity -> oddity.words().contains("it counts tasks and names none"));
  }

  @Test
  void passesOverNoTableThatGoesFromOnePlaceToAnotherInSilence() {
    PlanReader.Reading reading =
        read(
            """
            # Yard

            | ID | Task | Status |
            |---|---|---|
            | Y-1 | Lay the track | Open |

            | From | To | Lesson |
            |---|---|---|
            | the old yard | the new yard | Ask before the lorries come |
            """);
    assertThat(reading.plan().tasks()).hasSize(1);
    assertThat(reading.plan().oddities())
        .anyMatch(
            oddity ->
                oddity.code() == OddityCode.TABLE_NOT_READ && oddity.text().contains("Lesson"));
  }

  @Test
  void readsNoStateFromWhatDoneMeans() {
    PlanReader.Reading reading =
        read(
            """
            # Yard

            | ID | Story | Points | Definition of Done |
            |---|---|---|---|
            | Y-1 | Lay the track | 8 | Complete track through the yard |
            | Y-2 | Test the track | 3 | Testing with real trains |
            """);
    assertThat(reading.plan().tasks())
        .extracting(task -> task.state().value())
        .containsOnly(TaskState.TODO)
        .hasSize(2);
  }

  @Test
  void leavesNoMarkBehindATitleThatIsEmphasisedWithItsKey() {
    PlanReader.Reading reading =
        read(
            """
            # Yard

            | Story | Result | Status |
            |---|---|---|
            | **Y-1: Lay the track** | 3 km | Done |
            | **Y-2**: Test *the track* | none | Open |
            """);
    assertThat(reading.plan().tasks())
        .extracting(task -> task.text().value())
        .containsExactly("Lay the track", "Test *the track*");
  }

  @Test
  void reportsWhatItDoesNotTake() {
    assertThat(read(BOARD).plan().oddities())
        .extracting(Oddity::code)
        .contains(
            OddityCode.UNKNOWN_COLUMN,
            OddityCode.UNPLACED_TEXT,
            OddityCode.DEPENDENCY_IN_WORDS,
            OddityCode.SPRINT_UNNAMED);
  }

  @Test
  void reportsATableThatHoldsNoTasks() {
    List<Oddity> oddities =
        read(BOARD + "\n## Hills\n\n| Place | Height |\n| --- | --- |\n| Here | 3 |\n")
            .plan()
            .oddities();
    assertThat(oddities)
        .filteredOn(odd -> odd.code() == OddityCode.TABLE_NOT_READ)
        .extracting(odd -> odd.place().line())
        .containsExactly(17);
  }

  @Test
  void stopsAtARowThatIsTooShort() {
    List<Oddity> oddities = read(BOARD.replace("| Hang the \\| signals ", "")).plan().oddities();
    assertThat(oddities)
        .filteredOn(odd -> odd.code() == OddityCode.ROW_TOO_SHORT)
        .extracting(odd -> odd.place().line())
        .containsExactly(8);
  }

  @Test
  void takesTaskAsTheKeyWhereADescriptionStandsBesideIt() {
    String text = "| Task | Description | Status |\n|---|---|---|\n| **AC-1.1** | Do it | Done |\n";
    PlanEdit edit = Resolution.of(read(text).plan(), List.of()).document();
    assertThat(edit.tasks().getFirst().key().value()).isEqualTo("AC-1.1");
    assertThat(edit.tasks().getFirst().text()).isEqualTo("Do it");
  }

  @Test
  void readsSeveralTablesWithCarriageReturns() {
    String second = "\nMore\n\n| ID | State |\n| --- | --- |\n| T-9 | todo |\n";
    ParsedPlan plan = read((BOARD + second).replace("\n", "\r\n")).plan();
    assertThat(plan.tasks()).hasSize(5);
    assertThat(plan.tasks().getLast().key().place().line()).isEqualTo(19);
  }
}
