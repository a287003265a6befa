package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.plan.PlanEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTests {

  private static ParsedPlan read(String text) {
    return PlanReader.withAllDialects().read(Document.ofText(text), "sprint-document").plan();
  }

  @Test
  void readsATaskTableWithPipesAtItsEndsOnOneLine() {
    ParsedPlan plan =
        read(
            "# Sprint 9 - Yard | Task ID | State | Text | Owners | | --- | --- | --- | --- |"
                + " | A-1 | TODO | Lay it. | | | A-2 | DONE | Mend it. | Ann | ## Risks - Rain.");
    assertThat(plan.tasks()).extracting(t -> t.key().value().value()).containsExactly("A-1", "A-2");
    assertThat(plan.tasks().getFirst().owners()).isEmpty();
    assertThat(plan.sprint().title().value()).isEqualTo("Yard");
    assertThat(plan.risks()).extracting(ParsedPlan.Risk::text).containsExactly("Rain.");
  }

  @Test
  void readsCharactersThatNoPlanTakesAsSpacesAndSaysSo() {
    Document document =
        Document.ofText(
            "| ID | Task | Status |\n|---|---|---|\n| A-1 | 🚂 Lay\u0015rails | Done |\n");
    ParsedPlan plan = PlanReader.withAllDialects().read(document, null).plan();
    assertThat(Resolution.of(plan, List.of()).document().tasks().getFirst().text())
        .isEqualTo("🚂 Lay rails");
    assertThat(plan.oddities())
        .filteredOn(odd -> odd.code() == OddityCode.STRANGE_CHARACTERS)
        .singleElement()
        .satisfies(odd -> assertThat(odd.place().line()).isEqualTo(3))
        .satisfies(odd -> assertThat(odd.words()).contains("U+0015"));
  }

  @Test
  void takesAWordBehindSprintForItsTitle() {
    String table = "\n\n| ID | Task | Status |\n|---|---|---|\n| A-1 | Lay rails | Done |\n";
    assertThat(sprintOf("# Sprint Yard Kickoff" + table)).isEqualTo("Sprint-Yard-Kickoff");
    assertThat(sprintOf("# Sprint 7 Kickoff" + table)).isEqualTo("7");
    assertThat(sprintOf("# Sprint IV: Kickoff" + table)).isEqualTo("IV");
  }

  private static String sprintOf(String text) {
    return PlanReader.withAllDialects()
        .read(Document.ofText(text), null)
        .plan()
        .sprint()
        .key()
        .value();
  }

  @Test
  void awaitsATaskByAKeyShortOfItsFamily() {
    String text =
        "| ID | Task | Status |\n|---|---|---|\n| YARD-CRANE-32-001 | Lift | To do |\n"
            + "| YARD-CRANE-32-002 | Waiting on 32-001 and rail drawings. | Blocked |\n";
    ParsedPlan plan = PlanReader.withAllDialects().read(Document.ofText(text), null).plan();
    assertThat(Resolution.of(plan, List.of()).document().tasks().getLast().blockers())
        .extracting(PlanEdit.BlockerText::awaits)
        .containsExactly("YARD-CRANE-32-001", "rail drawings");
  }

  @Test
  void namesThingsInComposedCharacters() {
    String text =
        "| ID | Task | Status | Depends on |\n|---|---|---|---|\n"
            + "| A-1 | Waiting on the Schlu\u0308ssel plan. | Blocked | Bru\u0308cke |\n";
    ParsedPlan plan = PlanReader.withAllDialects().read(Document.ofText(text), null).plan();
    PlanEdit.TaskText task = Resolution.of(plan, List.of()).document().tasks().getFirst();
    assertThat(task.blockers())
        .extracting(PlanEdit.BlockerText::awaits)
        .contains("Schl\u00fcssel plan");
    assertThat(task.toString()).contains("Br\u00fccke").doesNotContain("u\u0308");
  }

  @Test
  void letsAChosenDialectRead() {
    PlanReader.Reading reading =
        PlanReader.withAllDialects().read(Document.ofText("# Sprint 1"), "no-such");
    assertThat(reading.plan().oddities()).allMatch(odd -> odd.isFatal()).hasSize(1);
    assertThat(reading.considered()).hasSizeGreaterThan(2);
  }
}
