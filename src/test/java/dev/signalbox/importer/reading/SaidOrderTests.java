package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Lay it after T-1" in a row's text is a dependency where T-1 is a task of the plan. */
class SaidOrderTests {

  private static ParsedPlan read(String state, String text) {
    return PlanReader.withAllDialects()
        .read(
            Document.ofText(
                """
                # Board

                | ID | State | Description |
                |---|---|---|
                | T-1 | TODO | Dig. |
                | T-2 | TODO | Dry. |
                | T-9 | %s | %s |
                """
                    .formatted(state, text)),
            null)
        .plan();
  }

  private static List<String> dependsOn(ParsedPlan plan) {
    return plan.tasks().getLast().dependsOn().stream().map(Read::value).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lay the track after T-1.|T-1",
        "Track laying depends on T-1 for the bed|T-1",
        "Laying, depending upon `T-1`, begins late|T-1",
        "The crew is blocked by T-1, T-2 and the rain|T-1 T-2",
        "Lay it after T-1 & T-2; paint it|T-1 T-2",
        "Gleis legen nach T-1|T-1",
        "Lay it after the task T‑2|T-2"
      })
  void bindsOpenTask(String text, String keys) {
    ParsedPlan plan = read("TODO", text);
    assertThat(dependsOn(plan)).containsExactlyElementsOf(List.of(keys.split(" ")));
    assertThat(plan.tasks().getLast().text().value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lay it after T-3.",
        "Named after T-1.",
        "It is no longer blocked by T-1.",
        "Lay it, thereafter T-1 may begin.",
        "Lay it after lunch, as T-1 says.",
        "Unlike T-1, it comes after T-9.",
        "Lay it after T-12."
      })
  void bindsNothingElse(String text) {
    assertThat(dependsOn(read("TODO", text))).isEmpty();
  }

  @Test
  void tellsOfFinishedTask() {
    ParsedPlan plan = read("DONE", "Laid after T-1.");
    assertThat(dependsOn(plan)).isEmpty();
    assertThat(plan.oddities())
        .filteredOn(odd -> odd.code() == OddityCode.DEPENDENCY_IN_WORDS)
        .singleElement()
        .satisfies(odd -> assertThat(odd.words()).contains("T-9").contains("T-1"));
  }
}
