package dev.signalbox.importer.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.PlanFixture;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.TaskState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriteBackTests {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

  private static final String TABLE =
      """
      # Sprint 7 - Harbour

      | Task ID | State | Task description | Owners (Source) |
      | --- | --- | --- | --- |
      | HRB-01-001 | DONE (2025-11-24) | Lay the cable \\| test it. | Dock Guild, Cable Guild (ops/dock) |
      | HRB-01-002 | TODO | Light the quay. Dependencies: HRB-01-001. | Dock Guild (ops/dock) |
      | HRB-01-003 | **BLOCKED** (2025-10-01) | Await the crane's papers. | Dock Guild \u00b7 Crane Guild (ops/dock) |
      """;

  @Test
  void leavesAnUnchangedDocumentAsItIs() {
    assertThat(Round.of(TABLE).text()).isEqualTo(TABLE);
  }

  @Test
  void writesAStateWithItsDate() {
    assertThat(Round.of(TABLE).declare("HRB-01-001", TaskState.BLOCKED, DAY).text())
        .isEqualTo(TABLE.replace("DONE (2025-11-24)", "BLOCKED (2026-01-02)"));
  }

  @Test
  void givesAStateItsFirstDate() {
    assertThat(Round.of(TABLE).declare("HRB-01-002", TaskState.DONE, DAY).text())
        .isEqualTo(TABLE.replace("| TODO |", "| DONE (2026-01-02) |"));
  }

  @Test
  void takesADateAwayThatIsUnknownNow() {
    assertThat(Round.of(TABLE).declare("HRB-01-001", TaskState.TODO, null).text())
        .isEqualTo(TABLE.replace("DONE (2025-11-24)", "TODO"));
  }

  @Test
  void keepsTheDecorationOfAState() {
    assertThat(Round.of(TABLE).declare("HRB-01-003", TaskState.DOING, DAY).text())
        .isEqualTo(TABLE.replace("**BLOCKED** (2025-10-01)", "**DOING** (2026-01-02)"));
  }

  @Test
  void changesOnlyTheWordsOfATextThatChanged() {
    String after = "Light the whole quay.";
    assertThat(Round.of(TABLE).say("HRB-01-002", after).text())
        .isEqualTo(TABLE.replace("Light the quay. D", "Light the whole quay. D"));
  }

  @Test
  void escapesPipesInACell() {
    assertThat(Round.of(TABLE).say("HRB-01-001", "Lay a|b\nfirst").text())
        .isEqualTo(TABLE.replace("Lay the cable \\| test it.", "Lay a\\|b first"));
  }

  @Test
  void keepsTheSeparatorAndTheSourceOfOwners() {
    assertThat(Round.of(TABLE).give("HRB-01-003", "Dock Guild", "Crane Guild", "Port Guild").text())
        .isEqualTo(TABLE.replace("Crane Guild (", "Crane Guild \u00b7 Port Guild ("));
    assertThat(Round.of(TABLE).give("HRB-01-001", "Cable Guild").text())
        .isEqualTo(TABLE.replace("Dock Guild, Cable", "Cable"));
    assertThat(Round.of(TABLE).give("HRB-01-001", "Dock Guild").text())
        .isEqualTo(TABLE.replace("Dock Guild, Cable Guild", "Dock Guild"));
    assertThat(Round.of(TABLE).give("HRB-01-002", "Port Guild").text())
        .isEqualTo(TABLE.replace("HRB-01-001. | Dock Guild", "HRB-01-001. | Port Guild"));
  }

  @Test
  void writesDependenciesIntoTheirClause() {
    assertThat(Round.of(TABLE).bind("HRB-01-002", "HRB-01-001", "HRB-01-003").text())
        .isEqualTo(TABLE.replace("HRB-01-001. |", "HRB-01-001, HRB-01-003. |"));
    assertThat(Round.of(TABLE).bind("HRB-01-002").text())
        .isEqualTo(TABLE.replace(" Dependencies: HRB-01-001.", ""));
    assertThat(Round.of(TABLE).bind("HRB-01-001", "HRB-01-003").text())
        .isEqualTo(TABLE.replace("test it.", "test it. Dependencies: HRB-01-003."));
  }

  @Test
  void takesOneMemberOutOfAShorthand() {
    String text = TABLE.replace("HRB-01-001. |", "HRB-01-001/003. |");
    assertThat(Round.of(text).text()).isEqualTo(text);
    assertThat(Round.of(text).bind("HRB-01-002", "HRB-01-003").text())
        .isEqualTo(text.replace("HRB-01-001/003", "HRB-01-003"));
  }

  @Test
  void writesSeveralFieldsAtOnce() {
    String after =
        Round.of(TABLE)
            .declare("HRB-01-002", TaskState.DONE, DAY)
            .say("HRB-01-002", "Light the pier.")
            .give("HRB-01-002", "Dock Guild", "Port Guild")
            .bind("HRB-01-002", "HRB-01-003")
            .text();
    assertThat(after)
        .contains(
            "| HRB-01-002 | DONE (2026-01-02) | Light the pier. Dependencies: HRB-01-003. |"
                + " Dock Guild, Port Guild (ops/dock) |");
  }

  @Test
  void addsATaskBehindTheTable() {
    String row =
        "| HRB-01-004 | TODO | Paint \\| it. Dependencies: HRB-01-002. | Port Guild (ops/dock) |\n";
    assertThat(
            Round.of(TABLE)
                .add(
                    "HRB-01-004",
                    "Paint | it.",
                    TaskState.TODO,
                    List.of("Port Guild"),
                    List.of("HRB-01-002"))
                .text())
        .isEqualTo(TABLE + row);
  }

  @Test
  void datesAStateThatHadNoDateOnOneLine() {
    String flat = PlanFixture.flatSample();
    String key = "DEVOPS-LNM-22-003 | ";
    assertThat(Round.of(flat).declare("DEVOPS-LNM-22-003", TaskState.DOING, DAY).text())
        .isEqualTo(flat.replace(key + "TODO", key + "DOING (2026-01-02)"));
  }

  @Test
  void worksOnOneLineToo() {
    String flat = PlanFixture.flat(TABLE.replace("| \n", "|\n"));
    assertThat(Round.of(flat).declare("HRB-01-001", TaskState.BLOCKED, DAY).text())
        .isEqualTo(flat.replace("DONE (2025-11-24)", "BLOCKED (2026-01-02)"));
  }

  @Test
  void keepsTheByteOrderMarkAndTheLineBreaks() {
    String text = "\ufeff" + TABLE.replace("\n", "\r\n");
    assertThat(Round.of(text).declare("HRB-01-002", TaskState.DOING, null).text())
        .isEqualTo(text.replace("| TODO |", "| DOING |"));
  }

  @Test
  void usesTheDocumentsOwnWords() {
    String text =
        """
        # Plan

        | ID | Status | Title |
        |---|---|---|
        | A-1 | COMPLETED | one |
        | A-2 | OPEN | two |
        | A-3 | OPEN | three |
        """;
    assertThat(Round.of(text).declare("A-2", TaskState.DONE, DAY).text())
        .isEqualTo(text.replace("| A-2 | OPEN", "| A-2 | COMPLETED"));
  }

  @Test
  void fillsACellOfDependencies() {
    String text =
        """
        # Plan

        | ID | Status | Title | Depends on |
        |---|---|---|---|
        | A-1 | Done | one | - |
        | A-2 | In Progress | two | A-1 |
        """;
    assertThat(Round.of(text).bind("A-1", "A-2", "B-7").text())
        .isEqualTo(text.replace("| one | - |", "| one | A-2, B-7 |"));
    assertThat(Round.of(text).bind("A-2").text())
        .isEqualTo(text.replace("| two | A-1 |", "| two | - |"));
    assertThat(Round.of(text).declare("A-2", TaskState.DONE, DAY).text())
        .isEqualTo(text.replace("In Progress", "Done"));
    assertThat(Round.of(text).declare("A-1", TaskState.TODO, DAY).text())
        .isEqualTo(text.replace("| Done |", "| Todo |"));
  }

  @Test
  void saysWhatItCannotWrite() {
    Written written = Round.of(TABLE).say("HRB-01-003", "Now. Dependencies: HRB-01-001.").write();
    assertThat(written.changes()).isEmpty();
    assertThat(written.unwritten()).hasSize(1);
    assertThat(written.unwritten().getFirst().field()).isEqualTo("TEXT");
    assertThat(written.unwritten().getFirst().place().line()).isEqualTo(7);
    assertThat(text(written)).isEqualTo(TABLE);
  }

  @Test
  void writesTheRestWhereOneFieldCannotBe() {
    Written written =
        Round.of(TABLE)
            .say("HRB-01-003", "Now. Dependencies: HRB-01-001.")
            .declare("HRB-01-002", TaskState.DOING, null)
            .write();
    assertThat(written.unwritten()).hasSize(1);
    assertThat(text(written)).isEqualTo(TABLE.replace("| TODO |", "| DOING |"));
  }

  @Test
  void touchesOnlyTheFileOfTheTask() {
    PlanFile one = PlanFile.ofText("one.md", TABLE);
    PlanFile other =
        PlanFile.ofText("other.md", TABLE.replace("HRB", "QUA").replace("Sprint 7", "Sprint 8"));
    Written written =
        Round.of(List.of(one, other)).declare("QUA-01-002", TaskState.DOING, null).write();
    assertThat(written.unwritten()).isEmpty();
    assertThat(written.files().getFirst().bytes()).isEqualTo(one.bytes());
    assertThat(new String(written.files().getLast().bytes(), StandardCharsets.UTF_8))
        .contains("| QUA-01-002 | DOING |");
  }

  private static String text(Written written) {
    return new String(written.files().getFirst().bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void findsATaskByTheNameThatItsTextHadBefore() {
    String text = "# List\n\n- [ ] Lay [the track](https://rail.example/a)\n- [ ] Paint it\n";
    String landed = "lay-the-track-https-rail-example-a";
    PlanSnapshot.Task now =
        Round.of(text).declare("lay-the-track", TaskState.DONE, null).task("lay-the-track");
    Map<String, PlanSnapshot.Task> tasks = Map.of(landed, now);
    Written written =
        new WriteBack(
                List.of(PlanFile.ofText("plan.md", text)), null, new Held(tasks, tasks.keySet()))
            .write();
    assertThat(written.unwritten()).isEmpty();
    assertThat(new String(written.files().getFirst().bytes(), StandardCharsets.UTF_8))
        .isEqualTo(text.replace("[ ] Lay", "[x] Lay"));
  }
}
