package dev.signalbox.importer.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.PlanFixture;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.PlanFilesReader;
import dev.signalbox.importer.reading.Resolution;
import dev.signalbox.plan.PlanEdit.SprintText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SprintBackTests {

  private static final String TABLE =
      "# Board of the yard\n\n| ID | Task | Status |\n|---|---|---|\n| A-1 | Lay rails | Done |\n";

  @Test
  void changesNothingWhereTheSprintIsAsItsDocumentSays() {
    for (String text : List.of(PlanFixture.sample(), PlanFixture.flatSample(), TABLE)) {
      Written written = write(text, said(text));
      assertThat(text(written)).isEqualTo(text);
      assertThat(written.changes()).isEmpty();
      assertThat(written.unwritten()).isEmpty();
    }
  }

  @Test
  void replacesJustTheSummary() {
    for (String text : List.of(PlanFixture.sample(), PlanFixture.flatSample())) {
      SprintText was = said(text);
      SprintText now =
          new SprintText(
              was.key(), was.title(), was.section(), "Everything by May.", was.dependsOn());
      Written written = write(text, now);
      assertThat(text(written)).isEqualTo(text.replace(was.summary(), "Everything by May."));
      assertThat(written.changes()).extracting(Written.Change::field).containsExactly("SUMMARY");
    }
  }

  @Test
  void saysWhatItCannotWrite() {
    SprintText was = said(TABLE);
    Written title =
        write(TABLE, new SprintText(was.key(), "Another name", "", "", was.dependsOn()));
    assertThat(text(title)).as("the title is the sprint's key").isEqualTo(TABLE);
    assertThat(title.unwritten()).extracting(Written.Unwritten::field).containsExactly("TITLE");

    Written more = write(TABLE, new SprintText(was.key(), was.title(), "", "In May.", List.of()));
    assertThat(text(more)).isEqualTo(TABLE);
    assertThat(more.unwritten()).extracting(Written.Unwritten::field).containsExactly("SUMMARY");

    String yaml = "tasks:\n  - id: A-1\n    title: Lay rails\n    status: done\n";
    Written edges = write(yaml, waiting(said(yaml), "Sprint 3 - Cranes"));
    assertThat(text(edges)).isEqualTo(yaml);
    assertThat(edges.unwritten())
        .extracting(Written.Unwritten::field)
        .containsExactly("DEPENDS_ON");
  }

  @Test
  void writesWhatTheSprintWaitsFor() {
    String one = "Depends on: Sprint 190.B - Delivery Works.II";
    String two = "Depends on: Sprint 3 - Cranes, Sprint 4 - Rails";
    for (String text : List.of(PlanFixture.sample(), PlanFixture.flatSample())) {
      String white = text.contains("\n") ? "\n" : " ";
      String without = text.replace(one + white, "");
      assertThat(waits(text, "Sprint 3 - Cranes", "Sprint 4 - Rails"))
          .isEqualTo(text.replace(one, two));
      assertThat(waits(text)).isEqualTo(without);
      assertThat(waits(without, "Sprint 3 - Cranes", "Sprint 4 - Rails"))
          .isEqualTo(text.replace(one, two));
    }
    assertThat(waits(TABLE, "Sprint 3 - Cranes"))
        .isEqualTo(TABLE.replace("yard\n", "yard\n\nDepends on: Sprint 3 - Cranes\n"));
  }

  @Test
  void neverWritesOverALineOfWhichThePlanTookOnlyTheBeginning() {
    String longTitle = "Cranes and rails ".repeat(40).strip();
    String longSummary = "All by May. ".repeat(1_000).strip();
    String longSprint = "Sprint 3 - " + "Cranes ".repeat(80).strip();
    String text =
        "# Sprint 7 - %s\n\nDepends on: %s\n\nSummary: %s\n"
            .formatted(longTitle, longSprint, longSummary);
    String whole = text + TABLE.substring(TABLE.indexOf("\n"));
    SprintText was = said(whole);
    assertThat(was.title()).hasSize(500).endsWith("\u2026");
    assertThat(was.summary()).hasSize(10_000).endsWith("\u2026");
    assertThat(write(whole, was).unwritten()).as("unchanged").isEmpty();

    Written written =
        write(whole, new SprintText("7", "Short", "", "Shorter.", List.of("Sprint 4 - Rails")));
    assertThat(text(written)).isEqualTo(whole);
    assertThat(written.changes()).isEmpty();
    assertThat(written.unwritten())
        .extracting(Written.Unwritten::field)
        .containsExactly("TITLE", "SUMMARY", "DEPENDS_ON");
    assertThat(written.unwritten())
        .extracting(Written.Unwritten::reason)
        .containsOnly("The document says more here than the plan took; change it in the document.");
  }

  @Test
  void namesWhatAFolderOfTasksHasNoPlaceFor() {
    String task = "---\nid: A-%d\ntitle: Lay rails\nstatus: done\n---\nWords.\n";
    PlanFile config = file("yard/config.yml", "project_name: Yard\n");
    List<PlanFile> tasks =
        List.of(file("yard/a.md", task.formatted(1)), file("yard/b.md", task.formatted(2)));
    for (List<PlanFile> folder :
        List.of(tasks, Stream.concat(tasks.stream(), Stream.of(config)).toList())) {
      SprintText was = said(folder);
      assertThat(SprintBack.write(folder, null, was).unwritten()).as("unchanged").isEmpty();

      SprintText now =
          new SprintText(was.key(), "Harbour", "East", "In May.", List.of("Sprint 3 - Cranes"));
      Written written = SprintBack.write(folder, null, now);
      assertThat(written.files()).isEqualTo(folder);
      assertThat(written.unwritten())
          .extracting(Written.Unwritten::field)
          .containsExactly("TITLE", "SECTION", "SUMMARY", "DEPENDS_ON");
    }
  }

  private static SprintText waiting(SprintText was, String... sprints) {
    return new SprintText(was.key(), was.title(), was.section(), was.summary(), List.of(sprints));
  }

  private static String waits(String text, String... sprints) {
    Written written = write(text, waiting(said(text), sprints));
    assertThat(written.unwritten()).isEmpty();
    assertThat(written.changes()).extracting(Written.Change::field).containsExactly("DEPENDS_ON");
    return text(written);
  }

  private static Written write(String text, SprintText here) {
    return SprintBack.write(files(text), null, here);
  }

  private static SprintText said(String text) {
    return said(files(text));
  }

  private static SprintText said(List<PlanFile> files) {
    ParsedPlan plan = PlanFilesReader.withAllDialects().read(files, null).getFirst().plan();
    return Resolution.of(plan, List.of()).document().sprint();
  }

  private static List<PlanFile> files(String text) {
    return List.of(file("plan.md", text));
  }

  private static PlanFile file(String path, String text) {
    return new PlanFile(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Written written) {
    return new String(written.files().getFirst().bytes(), StandardCharsets.UTF_8);
  }
}
