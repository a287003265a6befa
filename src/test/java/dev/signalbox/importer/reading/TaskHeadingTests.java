package dev.signalbox.importer.reading;

import static dev.signalbox.plan.TaskState.DOING;
import static dev.signalbox.plan.TaskState.DONE;
import static dev.signalbox.plan.TaskState.TODO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.signalbox.importer.OddityCode;
import org.junit.jupiter.api.Test;

class TaskHeadingTests {

  private static final String STORIES =
      """
      # Yard

      ### T-1: Dig
      - **Status**: Done
      - **Dependencies**: None
      - **Acceptance Criteria**:
        - [x] deep
        - [ ] wide

      ### **T-2: Sow** \u2705 **DONE**
      Owner: Ann, Bob

      **Dependencies:**
      - The digging (T-1)
      - dry weather

      ### Task T-3: Reap
      **Priority**: high | **Status**: In progress | **Depends on**: T-1, T-2

      ## Summary
      - T-1: nice
      """;

  @Test
  void readsAHeadingATask() {
    Lists lists = Lists.read(STORIES);
    assertThat(lists.dialect()).isEqualTo("task-headings");
    assertThat(lists.states())
        .containsExactly(entry("T-1", DONE), entry("T-2", DONE), entry("T-3", DOING));
    assertThat(lists.task("T-2").text().value()).isEqualTo("Sow");
    assertThat(lists.said(lists.task("T-1").state())).isEqualTo("Done");
    assertThat(lists.said(lists.task("T-3").state())).isEqualTo("In progress");
    assertThat(lists.owners("T-2")).containsExactly("Ann", "Bob");
    assertThat(lists.dependsOn("T-1")).isEmpty();
    assertThat(lists.dependsOn("T-2")).containsExactly("T-1");
    assertThat(lists.dependsOn("T-3")).containsExactly("T-1", "T-2");
  }

  @Test
  void tellsWhatStandsBelowATaskInOneLine() {
    Lists lists = Lists.read(STORIES);
    assertThat(lists.plan().oddities())
        .filteredOn(odd -> odd.code() == OddityCode.UNPLACED_TEXT && odd.place().line() < 10)
        .hasSize(1);
    assertThat(lists.plan().oddities())
        .filteredOn(odd -> odd.code() == OddityCode.DEPENDENCY_IN_WORDS)
        .extracting(odd -> odd.place().line())
        .containsExactly(15);
  }

  @Test
  void takesPhasesAndNumbersForNoTasks() {
    assertThat(Lists.read("## Phase 1: Dig\n## 1.1 Sow\n## M0 Yard\ntext\n").plan().tasks())
        .isEmpty();
    assertThat(Lists.read("## T-1: Dig\n## T-2: Sow\n").states())
        .containsExactly(entry("T-1", TODO), entry("T-2", TODO));
    assertThat(Lists.read("## GPT-4: what it is\nwords\n").plan().tasks()).isEmpty();
  }

  @Test
  void takesAHeadingAboveTasksForTheirGroup() {
    assertThat(Lists.read("## EP-1: Yard\nStatus: Done\n### T-1: Dig\nStatus: Done\n").keys())
        .containsExactly("T-1");
    assertThat(
            Lists.read("## EP-1: Yard\n- T-1: Dig [DONE]\n## EP-2: Hill\n- T-2: Sow [TODO]\n")
                .keys())
        .containsExactly("T-1", "T-2");
  }

  @Test
  void takesAHeadingWithoutKeyOnlyForItsFields() {
    assertThat(Lists.read("## Dig\nStatus: Done\nOwner: Ann\n\n## Talk\nStatus: Done\n").states())
        .containsExactly(entry("dig", DONE));
    assertThat(Lists.read("## Dig\nStatus: Green | Yellow\nOwner: Ann\n").plan().tasks()).isEmpty();
  }

  @Test
  void readsTablesBulletsAndHeadingsAsOnePlan() {
    Lists lists =
        Lists.read(
            "| ID | Status | Title |\n|---|---|---|\n| T-1 | Done | Dig |\n| T-2 | Open | Sow |\n\n"
                + "### T-1: Dig\nStatus: Blocked\n- [ ] wide\n\n## More\n- T-3: Reap [TODO]\n- [ ] stray\n");
    assertThat(lists.dialect()).isEqualTo("mixed-markdown");
    assertThat(lists.keys()).containsExactly("T-1", "T-2", "T-3");
    assertThat(lists.task("T-1").state().value()).isEqualTo(DONE);
    assertThat(lists.plan().claims()).extracting(ParsedPlan.Claim::key).containsExactly("T-1");
  }
}
