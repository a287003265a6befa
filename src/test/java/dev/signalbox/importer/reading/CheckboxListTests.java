package dev.signalbox.importer.reading;

import static dev.signalbox.plan.TaskState.BLOCKED;
import static dev.signalbox.plan.TaskState.CANCELLED;
import static dev.signalbox.plan.TaskState.DOING;
import static dev.signalbox.plan.TaskState.DONE;
import static dev.signalbox.plan.TaskState.TODO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.signalbox.importer.OddityCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckboxListTests {

  @Test
  void readsTicksAndKeepsThePlaceOfTheSingleCharacter() {
    Lists lists = Lists.read("# Yard\n\n- [ ] Lay the track\n* [X] Paint the gate\n- [x] Dig\n");
    assertThat(lists.dialect()).isEqualTo("checkbox-list");
    assertThat(lists.states())
        .containsExactly(
            entry("lay-the-track", TODO), entry("paint-the-gate", DONE), entry("dig", DONE));
    assertThat(lists.said(lists.task("lay-the-track").state())).isEqualTo(" ");
    assertThat(lists.said(lists.task("paint-the-gate").state())).isEqualTo("X");
    assertThat(lists.said(lists.task("dig").text())).isEqualTo("Dig");
  }

  @Test
  void readsOtherMarksInTheBox() {
    assertThat(Lists.read("- [/] One\n- [~] Two\n- [-] Three\n- [?] Four\n").states())
        .containsExactly(
            entry("one", DOING),
            entry("two", DOING),
            entry("three", CANCELLED),
            entry("four", TODO));
  }

  @Test
  void readsKeysInTheirForms() {
    Lists lists =
        Lists.read(
            "- [ ] **TD-001** Lay it\n- [ ] [WP-1-Yard-Gate] Paint it\n- [ ] T-01: Dig it\n"
                + "- [ ] `T-02` - Fill it\n- [ ] Task 7: Sow it\n- [x] **T\u20113: Reap it**\n");
    assertThat(lists.keys())
        .containsExactly("TD-001", "WP-1-Yard-Gate", "T-01", "T-02", "Task-7", "T-3");
    assertThat(lists.task("TD-001").text().value()).isEqualTo("Lay it");
    assertThat(lists.task("T-3").text().value()).isEqualTo("Reap it");
    assertThat(lists.said(lists.task("T-01").key())).isEqualTo("T-01");
  }

  @Test
  void believesAKeyWithoutMarksOnlyAmongItsLikes() {
    assertThat(Lists.read("- [ ] SHA-256 is slow\n- [ ] Other\n").keys())
        .containsExactly("sha-256-is-slow", "other");
    assertThat(Lists.read("- [ ] YD-1 dig\n- [ ] YD-2 fill\n").keys())
        .containsExactly("YD-1", "YD-2");
  }

  @Test
  void findsOwnersAndDependencies() {
    Lists lists =
        Lists.read(
            """
            - [ ] T-1: Dig (@ann, @bob)
            - [ ] T-2: Fill - Owner: Cy Dow - Due: 2026-01-02
            - [ ] T-3: Sow (Ann)
            - [ ] T-4: Reap (depends on T-3)
              - Depends on: T-1, T-2
            - [ ] T-5: Eat (Optional)
              - Owner: Dee
            """);
    assertThat(lists.owners("T-1")).containsExactly("@ann", "@bob");
    assertThat(lists.task("T-1").text().value()).isEqualTo("Dig");
    assertThat(lists.owners("T-2")).containsExactly("Cy Dow");
    assertThat(lists.owners("T-3")).containsExactly("Ann");
    assertThat(lists.dependsOn("T-4")).containsExactlyInAnyOrder("T-1", "T-2", "T-3");
    assertThat(lists.task("T-5").text().value()).isEqualTo("Eat (Optional)");
    assertThat(lists.owners("T-5")).containsExactly("Dee");
  }

  @Test
  void joinsWrappedLinesAndReadsNestedBoxes() {
    Lists lists = Lists.read("- [ ] Lay the\n  long track\n  - [x] Dig\n\n    More words\n");
    assertThat(lists.states())
        .containsExactly(entry("lay-the-long-track", TODO), entry("dig", DONE));
    assertThat(lists.plan().oddities())
        .filteredOn(odd -> odd.code() == OddityCode.UNPLACED_TEXT)
        .extracting(odd -> odd.place().line())
        .containsExactly(5);
  }

  @Test
  void takesKeylessBoxesBelowAKeyForSteps() {
    Lists lists = Lists.read("- [ ] T-1: Lay\n  - [x] Dig\n- [ ] T-2: Paint\n");
    assertThat(lists.keys()).containsExactly("T-1", "T-2");
    assertThat(lists.plan().oddities())
        .filteredOn(odd -> odd.place().line() == 2)
        .extracting(odd -> odd.code())
        .containsExactly(OddityCode.UNPLACED_TEXT);
  }

  @Test
  void letsWordsBeFinerThanAnOpenBoxButNotThanATickedOne() {
    assertThat(Lists.read("- [ ] [BLOCKED] Dig\n- [x] [BLOCKED] Fill\n- [ ] [DONE] Sow\n").states())
        .containsExactly(entry("dig", BLOCKED), entry("fill", DONE), entry("sow", TODO));
  }

  @Test
  void takesTheStateOfAnOpenBoxFromItsHeading() {
    assertThat(Lists.read("## In Progress\n- [ ] Dig\n- [x] Fill\n\n## Done\n- [ ] Sow\n").states())
        .containsExactly(entry("dig", DOING), entry("fill", DONE), entry("sow", TODO));
  }

  @Test
  void namesTasksOfOneTextByTheTitlesAboveThem() {
    String east = "## East\n- [ ] Dig\n";
    String west = "## West\n- [x] Dig\n";
    Lists lists = Lists.read(east + west);
    Lists turned = Lists.read(west.replace("x", " ") + east.replace(" ] D", "x] D"));
    assertThat(lists.keys()).hasSize(2).allMatch(key -> key.startsWith("dig-"));
    assertThat(turned.keys()).containsExactlyInAnyOrderElementsOf(lists.keys());
    assertThat(turned.keys().getFirst()).isEqualTo(lists.keys().getLast());
  }

  @Test
  void cutsLongNamesAtSixtyCharacters() {
    assertThat(OutlineKeys.slug("a".repeat(60), 60)).hasSize(60);
    assertThat(OutlineKeys.slug("a".repeat(61), 60)).hasSize(60);
    assertThat(OutlineKeys.slug("\u94fa\u8bbe \u8f68\u9053!", 60))
        .isEqualTo("\u94fa\u8bbe-\u8f68\u9053");
    assertThat(OutlineKeys.slug("!!", 60)).isEqualTo("task");
  }

  @Test
  void leavesSamplesInCodeFencesAlone() {
    assertThat(Lists.read("- [ ] Dig\n\n```\n- [ ] Sample\n```\n").keys()).containsExactly("dig");
  }

  @Test
  void survivesALineOfAMegabyteAndManyBoxes() {
    assertThat(Lists.read("- [ ] Dig " + "- (a: ".repeat(200_000) + "\n").plan().tasks())
        .hasSize(1);
    assertThat(Lists.read("- [ ] T-1: x\n  - after T-1\n".repeat(50)).plan().tasks()).hasSize(1);
  }

  @Test
  void tellsOfAWholeThatIsDoneBeforeItsPart() {
    Lists lists =
        Lists.read("- [x] Lay\n  - [x] Dig\n  - [ ] Fill\n- [ ] Sow\n  - [ ] Rake\n  - [x] Oil\n");
    assertThat(lists.plan().oddities())
        .filteredOn(odd -> odd.code() == OddityCode.DONE_BEFORE_ITS_PART)
        .singleElement()
        .satisfies(
            odd -> {
              assertThat(odd.words()).isEqualTo("lay is done, but its part fill is not.");
              assertThat(odd.place().line()).isEqualTo(3);
            });
    assertThat(lists.plan().tasks()).allMatch(task -> task.dependsOn().isEmpty());
  }

  @Test
  void readsWordsThatAreLongerInCapitals() {
    Lists lists = Lists.read("- [ ] Maß-7 nehmen\n- [x] Fuß-8: heben\n- [ ] Groß2 denken\n");
    assertThat(lists.states().values()).containsExactly(TODO, DONE, TODO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Status legend\n\n- `[ ]` not started\n- `[-]` in progress\n- `[!]` blocked\n",
        "Legend: [ ] to do, [-] in progress, [!] blocked, [x] done\n",
        "## Legend\n\n- [ ] = to do\n- [-] = in progress\n- [!] = blocked (by others)\n"
      })
  void readsBoxesAsTheDocumentsOwnLegendSays(String legend) {
    Lists lists =
        Lists.read(legend + "\n## Yard\n\n- [-] One\n- [!] Two\n- [x] Three\n- [ ] Four\n");
    assertThat(lists.states())
        .containsExactly(
            entry("one", DOING), entry("two", BLOCKED), entry("three", DONE), entry("four", TODO));
  }
}
