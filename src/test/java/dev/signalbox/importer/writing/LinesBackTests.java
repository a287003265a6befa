package dev.signalbox.importer.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.PlanFixture;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.PlanFilesReader;
import dev.signalbox.importer.reading.Resolution;
import dev.signalbox.plan.PlanEdit;
import dev.signalbox.plan.PlanEdit.LogText;
import dev.signalbox.plan.PlanEdit.RiskText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Log rows and risks that people added here, in the documents that have a place for them. */
class LinesBackTests {

  private static final LogText ROW =
      new LogText(LocalDate.of(2026, 1, 2), "Crane a|b stands", "Ann", false, false);
  private static final RiskText RISK = new RiskText("The quay may freeze.");
  private static final String LISTS =
      """
      # Yard

      | ID | Task | Status |
      |---|---|---|
      | A-1 | Lay rails | Done |

      ## Execution Log

      | Owner | Date | Update |
      |:--|--:|---|
      | Bob | 01.12.2025 | Rails are here |
      | Cid | | No day |

      ## Risks

      1. Snow
      2. Rust

      ## Notes

      Nothing else.
      """;
  private static final String EMPTY =
      """
      # Sprint 7 - Quay

      | Task ID | State | Task description | Owners (Source) |
      | --- | --- | --- | --- |
      | QUA-01-001 | TODO | Lay the cable. | Dock Guild (ops/dock) |

      ## Execution Log
      %s
      ## Decisions & Risks
      """;

  @Test
  void changesNothingWhereTheDocumentSaysItAll() {
    for (String text : List.of(PlanFixture.sample(), PlanFixture.flatSample(), LISTS)) {
      PlanEdit said = said(text);
      Written written = LinesBack.write(files(text), null, said.log(), said.risks());
      assertThat(text(written)).isEqualTo(text);
      assertThat(written.changes()).isEmpty();
      assertThat(written.unwritten()).isEmpty();
    }
  }

  @Test
  void putsARowAndARiskBehindTheLastOnes() {
    String text = PlanFixture.sample();
    String row = "| 2026-01-02 | Crane a\\|b stands | Ann |\n";
    assertThat(with(text, List.of(ROW), List.of(RISK)))
        .isEqualTo(
            text.replace("\n\n## Decisions", "\n" + row + "\n## Decisions")
                .replace(
                    "\n\n| 2025-11-24 | Marked",
                    "\n- The quay may freeze.\n\n| 2025-11-24 | Marked"));
  }

  @Test
  void putsThemOnTheOneLineOfAFlattenedDocument() {
    String text = PlanFixture.flatSample();
    String row = " | 2026-01-02 | Crane a\\|b stands | Ann | ## Decisions";
    int stranded = text.lastIndexOf(" | 2025-11-24 |");
    String risk =
        text.substring(0, stranded) + " - The quay may freeze." + text.substring(stranded);
    assertThat(with(text, List.of(ROW), List.of(RISK)))
        .isEqualTo(risk.replace(" ## Decisions", row));
  }

  @Test
  void takesTheFormOfTheRowsThatAreThere() {
    assertThat(with(LISTS, List.of(ROW, ROW), List.of(RISK, new RiskText("Fog"))))
        .isEqualTo(
            LISTS
                .replace(
                    "No day |\n",
                    "No day |\n" + "| Ann | 02.01.2026 | Crane a\\|b stands |\n".repeat(2))
                .replace("2. Rust\n", "2. Rust\n3. The quay may freeze.\n4. Fog\n"));
    String windows = LISTS.replace("\n", "\r\n");
    assertThat(with(windows, List.of(ROW), List.of()))
        .isEqualTo(
            windows.replace(
                "No day |\r\n", "No day |\r\n| Ann | 02.01.2026 | Crane a\\|b stands |\r\n"));
  }

  @Test
  void beginsASectionThatIsStillEmpty() {
    String header = "| Date (UTC) | Update | Owner |\n| --- | --- | --- |\n";
    String row = "| 2026-01-02 | Crane a\\|b stands | Ann |\n";
    assertThat(with(EMPTY.formatted(header), List.of(ROW), List.of(RISK)))
        .isEqualTo(EMPTY.formatted(header + row) + "\n- The quay may freeze.\n");
    assertThat(with(EMPTY.formatted(""), List.of(ROW), List.of()))
        .isEqualTo(EMPTY.formatted("\n" + header + row));
  }

  @Test
  void saysWhatHasNoPlace() {
    String board = "# Board\n\n| ID | Task | Status |\n|---|---|---|\n| A-1 | Lay rails | Done |\n";
    String yaml = "tasks:\n  - id: A-1\n    title: Lay rails\n    status: done\n";
    for (String text : List.of(board, yaml)) {
      Written written = LinesBack.write(files(text), null, List.of(ROW), List.of(RISK));
      assertThat(text(written)).isEqualTo(text);
      assertThat(written.unwritten())
          .extracting(Written.Unwritten::field)
          .containsExactly("LOG", "RISKS");
      assertThat(written.unwritten().getFirst().plan()).contains("Crane a|b stands");
    }
  }

  @Test
  void leavesOutJustTheLineThatWouldReadAsSomethingElse() {
    RiskText hostile = new RiskText("## Execution Log");
    List<RiskText> risks = new ArrayList<>(said(LISTS).risks());
    risks.addAll(List.of(hostile, RISK));
    Written written = LinesBack.write(files(LISTS), null, said(LISTS).log(), risks);
    List<RiskText> back = said(text(written)).risks();
    assertThat(back).contains(RISK);
    assertThat(written.unwritten())
        .extracting(Written.Unwritten::plan)
        .isEqualTo(back.contains(hostile) ? List.of() : List.of("## Execution Log"));
  }

  /** With all that the document says and these; everything must have been written. */
  private static String with(String text, List<LogText> rows, List<RiskText> lines) {
    PlanEdit said = said(text);
    List<LogText> log = new ArrayList<>(said.log());
    log.addAll(rows);
    List<RiskText> risks = new ArrayList<>(said.risks());
    risks.addAll(lines);
    Written written = LinesBack.write(files(text), null, log, risks);
    assertThat(written.unwritten()).isEmpty();
    assertThat(written.changes()).hasSize(rows.size() + lines.size());
    return text(written);
  }

  private static PlanEdit said(String text) {
    ParsedPlan plan = PlanFilesReader.withAllDialects().read(files(text), null).getFirst().plan();
    return Resolution.of(plan, List.of()).document();
  }

  private static List<PlanFile> files(String text) {
    return List.of(new PlanFile("plan.md", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Written written) {
    return new String(written.files().getFirst().bytes(), StandardCharsets.UTF_8);
  }
}
