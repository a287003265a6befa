package dev.signalbox.importer.reading;

import static dev.signalbox.plan.TaskState.BLOCKED;
import static dev.signalbox.plan.TaskState.DOING;
import static dev.signalbox.plan.TaskState.DONE;
import static dev.signalbox.plan.TaskState.TODO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class StateBulletTests {

  @Test
  void readsTheWordInBrackets() {
    Lists lists =
        Lists.read("# Yard\n- [DONE] Dig\n- [TODO] Fill\n- [DONE 2026-01-02] Sow\n- Rest\n");
    assertThat(lists.dialect()).isEqualTo("state-bullets");
    assertThat(lists.states())
        .containsExactly(entry("dig", DONE), entry("fill", TODO), entry("sow", DONE));
    assertThat(lists.said(lists.task("dig").state())).isEqualTo("DONE");
    assertThat(lists.task("sow").stateDate().value()).hasToString("2026-01-02");
    assertThat(lists.said(lists.task("sow").stateDate())).isEqualTo("2026-01-02");
  }

  @Test
  void readsAStateBehindTheKeyOrAtTheEnd() {
    Lists lists =
        Lists.read(
            """
            - **[WP-1-Gate]** - [IN_PROGRESS]
            - **[WP-1-Rail]** / Lay it. [DONE]
            - T-3: Sow \u2705 **DONE**
            - T-4: Reap \u2014 blocked
            """);
    assertThat(lists.states())
        .containsExactly(
            entry("WP-1-Gate", DOING),
            entry("WP-1-Rail", DONE),
            entry("T-3", DONE),
            entry("T-4", BLOCKED));
    assertThat(lists.said(lists.task("WP-1-Gate").state())).isEqualTo("IN_PROGRESS");
    assertThat(lists.said(lists.task("T-3").state())).isEqualTo("DONE");
    assertThat(lists.task("WP-1-Rail").text().value()).isEqualTo("Lay it.");
    assertThat(lists.task("T-3").text().value()).isEqualTo("Sow");
  }

  @Test
  void readsPicturesAndKeepsThoseThatAreNoState() {
    Lists lists =
        Lists.read("- \u2705 Dig\n- \u2b1c\ud83c\udfe2 Fill it\n  up\n- \ud83d\udea7 Sow\n");
    assertThat(lists.states())
        .containsExactly(entry("dig", DONE), entry("fill-it-up", TODO), entry("sow", DOING));
    assertThat(lists.task("fill-it-up").text().value()).isEqualTo("\ud83c\udfe2 Fill it up");
    assertThat(lists.said(lists.task("fill-it-up").state())).isEqualTo("\u2b1c");
  }

  @Test
  void letsTheLegendSayWhatAPictureMeans() {
    Lists lists =
        Lists.read(
            "Legend: \ud83d\udd36 done | \u2705 blocked\n\n- \ud83d\udd36 Dig\n- \u2705 Fill\n");
    assertThat(lists.states()).containsExactly(entry("dig", DONE), entry("fill", BLOCKED));
  }

  @Test
  void takesTheStateFromTheHeadingWhereSeveralHeadingsAreStates() {
    Lists lists = Lists.read("## To do\n- Dig\n- Fill\n\n## Done\n- Sow\n\n## Notes\n- Rain\n");
    assertThat(lists.states())
        .containsExactly(entry("dig", TODO), entry("fill", TODO), entry("sow", DONE));
    assertThat(lists.said(lists.task("sow").state())).isEmpty();
    assertThat(Lists.read("## Done\n- Sow\n\n## Notes\n- Rain\n").plan().tasks()).isEmpty();
  }

  @Test
  void takesNoRemarksBesideKeyedBulletsForTasks() {
    Lists lists =
        Lists.read(
            "## Done\n- T-1: Dig\n- T-2: Sow\n\n## In Progress\n- T-3: Reap\n- Mind the cows\n");
    assertThat(lists.keys()).containsExactly("T-1", "T-2", "T-3");
  }

  @Test
  void readsNoLegendNoSampleAndNoSumAsATask() {
    String text =
        "## Status legend\n- [TODO]\n- [DONE] ready\n\n## Format\n- Done: `- [WP-9] [DONE]`\n"
            + "- **Completed**: 21 points\n\n## Work\n- [TODO] Dig\n";
    assertThat(Lists.read(text).keys()).containsExactly("dig");
  }

  @Test
  void asksWhereOneListSaysTwoStatesOfAKey() {
    Lists lists = Lists.read("- T-1: Dig [DONE]\n- T-2: Fill [DONE]\n- T-1: Dig [TODO]\n");
    assertThat(lists.plan().oddities())
        .filteredOn(odd -> odd.code().name().equals("DUPLICATE_TASK"))
        .extracting(odd -> odd.place().line())
        .containsExactly(3);
    Lists apart = Lists.read("## A\n- T-1: Dig [DONE]\n## B\n- T-1: Dig [TODO]\n");
    assertThat(apart.plan().claims()).extracting(ParsedPlan.Claim::state).containsExactly(TODO);
  }

  @Test
  void asksAboutAWordThatWouldBeAState() {
    Lists lists =
        Lists.read(
            "## A\n- T-1: Dig [DONE]\n- T-2: Fill [GLORPED]\n- [GLORPED] Sow\n## B\n- [API] Rest\n");
    assertThat(lists.states())
        .containsExactly(entry("T-1", DONE), entry("T-2", TODO), entry("glorped-sow", TODO));
    assertThat(lists.said(lists.task("T-2").state())).isEqualTo("GLORPED");
    assertThat(lists.plan().oddities())
        .filteredOn(odd -> odd.code().name().equals("UNKNOWN_STATE"))
        .extracting(odd -> odd.place().line())
        .containsExactly(3, 4);
  }
}
