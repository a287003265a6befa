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

    SprintText sample = said(PlanFixture.sample());
    Written edges =
        write(
            PlanFixture.sample(),
            new SprintText(
                sample.key(), sample.title(), sample.section(), sample.summary(), List.of()));
    assertThat(edges.unwritten())
        .extracting(Written.Unwritten::field)
        .containsExactly("DEPENDS_ON");
  }

  private static Written write(String text, SprintText here) {
    return SprintBack.write(files(text), null, here);
  }

  private static SprintText said(String text) {
    ParsedPlan plan = PlanFilesReader.withAllDialects().read(files(text), null).getFirst().plan();
    return Resolution.of(plan, List.of()).document().sprint();
  }

  private static List<PlanFile> files(String text) {
    return List.of(new PlanFile("plan.md", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Written written) {
    return new String(written.files().getFirst().bytes(), StandardCharsets.UTF_8);
  }
}
