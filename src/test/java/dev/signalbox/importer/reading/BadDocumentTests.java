package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.PlanFixture;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.plan.TaskState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class BadDocumentTests {

  private static final PlanReader READER = PlanReader.withAllDialects();

  private static List<Oddity> oddities(byte[] bytes) {
    return READER.read(Document.of(bytes), null).plan().oddities();
  }

  private static List<Oddity> oddities(String text) {
    return oddities(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Oddity only(String text, OddityCode code) {
    List<Oddity> found = oddities(text).stream().filter(odd -> odd.code() == code).toList();
    assertThat(found).as("%s in %s", code, oddities(text)).hasSize(1);
    return found.getFirst();
  }

  @Test
  void refusesAnEmptyDocument() {
    for (String empty : List.of("", " ", "\n\r\n", "\ufeff", "\ufeff \u00a0\n")) {
      assertThat(oddities(empty))
          .extracting(Oddity::code)
          .containsExactly(OddityCode.EMPTY_DOCUMENT);
    }
  }

  @Test
  void refusesBytesThatAreNoText() {
    assertThat(only("# Sprint 5\0", OddityCode.BINARY_DOCUMENT).place().offset()).isEqualTo(10);
    Oddity odd = oddities(new byte[] {'a', '\n', 'b', (byte) 0xff, 'c'}).getFirst();
    assertThat(odd.code()).isEqualTo(OddityCode.BINARY_DOCUMENT);
    assertThat(odd.place().line()).isEqualTo(2);
    assertThat(odd.text()).isEqualTo("0xFF");
    assertThat(oddities("\u00e9".getBytes(StandardCharsets.UTF_16))).allMatch(Oddity::isFatal);
    byte[] cut = "caf\u00e9".getBytes(StandardCharsets.UTF_8);
    assertThat(oddities(java.util.Arrays.copyOf(cut, cut.length - 1)))
        .extracting(Oddity::code)
        .containsExactly(OddityCode.BINARY_DOCUMENT);
  }

  @Test
  void refusesProseWithoutAPlan() {
    assertThat(only("Dear diary, nothing happened.", OddityCode.NO_TASKS).isFatal()).isTrue();
  }

  @Test
  void saysWhichRowIsTooShort() {
    for (String text : List.of(PlanFixture.sample(), PlanFixture.flatSample())) {
      String cut = text.replace("DEVOPS-OBS-51-001 | DONE (2025-11-24) |", "DEVOPS-OBS-51-001 |");
      Oddity odd = only(cut, OddityCode.ROW_TOO_SHORT);
      assertThat(odd.severity()).isEqualTo(OddityCode.Severity.ASK);
      assertThat(cut.substring(odd.place().offset())).startsWith("DEVOPS-OBS-51-001 |");
      assertThat(odd.words()).contains("3 of the 4 cells");
      assertThat(READER.read(Document.ofText(cut), null).plan().tasks()).hasSize(24);
    }
  }

  @Test
  void saysWhichRowIsTooLong() {
    String text = PlanFixture.sample().replace("page whoever", "page | whoever");
    assertThat(only(text, OddityCode.ROW_PUT_TOGETHER).text()).startsWith("DEVOPS-OBS-51-001");
    String two = text.replace("page | whoever", "page | DONE | whoever");
    assertThat(only(two, OddityCode.ROW_TOO_LONG).text()).startsWith("DEVOPS-OBS-51-001");
  }

  @Test
  void namesBothPlacesOfAKeyWithTwoContents() {
    for (String text : List.of(PlanFixture.sample(), PlanFixture.flatSample())) {
      String twice = text.replace("DEVOPS-OBS-52-001 | DONE", "DEVOPS-OBS-51-001 | DONE");
      Oddity odd = only(twice, OddityCode.DUPLICATE_TASK);
      assertThat(odd.severity()).isEqualTo(OddityCode.Severity.ASK);
      assertThat(odd.words()).contains(odd.place().toString());
      assertThat(odd.words().split("offset")).hasSize(3);
    }
  }

  @Test
  void takesTheSameRowTwiceAsOneTask() {
    String row = "DEVOPS-OAS-61-001 | DONE (2025-11-24) | Lint. | A (s)\n";
    String text =
        "# Sprint 1 - T\n\nTask ID | State | Text | Owners (Source)\n--- | --- | --- | ---\n";
    ParsedPlan plan = READER.read(Document.ofText(text + row + row), null).plan();
    assertThat(plan.tasks()).hasSize(1);
    assertThat(plan.oddities()).extracting(Oddity::code).contains(OddityCode.REPEATED_TASK);
    assertThat(plan.oddities()).noneMatch(Oddity::isFatal);
  }

  @Test
  void inventsNoStateForAnUnknownWord() {
    for (String text : List.of(PlanFixture.sample(), PlanFixture.flatSample())) {
      String odd = text.replace("DEVOPS-LNM-22-003 | TODO", "DEVOPS-LNM-22-003 | PERHAPS");
      Oddity found = only(odd, OddityCode.UNKNOWN_STATE);
      assertThat(found.severity()).isEqualTo(OddityCode.Severity.ASK);
      assertThat(found.text()).isEqualTo("PERHAPS");
      assertThat(odd.substring(found.place().offset())).startsWith("PERHAPS");
      assertThat(READER.read(Document.ofText(odd), null).plan().tasks())
          .hasSize(25)
          .filteredOn(task -> task.key().value().value().equals("DEVOPS-LNM-22-003"))
          .allMatch(task -> task.state().value() == TaskState.TODO);
    }
  }

  @Test
  void inventsNoDate() {
    String text =
        PlanFixture.sample()
            .replace(
                "DEVOPS-LNM-22-001 | BLOCKED (2025-10-27)",
                "DEVOPS-LNM-22-001 | BLOCKED (2025-02-30)")
            .replace(
                "DEVOPS-LNM-22-002 | BLOCKED (2025-10-27)", "DEVOPS-LNM-22-002 | BLOCKED (soon)");
    ParsedPlan plan = READER.read(Document.ofText(text), null).plan();
    assertThat(plan.oddities()).filteredOn(o -> o.code() == OddityCode.BAD_DATE).hasSize(2);
    assertThat(plan.tasks())
        .filteredOn(task -> task.key().value().value().startsWith("DEVOPS-LNM-22-00"))
        .extracting(ParsedPlan.Task::stateDate)
        .containsOnlyNulls();
  }

  @Test
  void neverPassesAHalfCutDocumentInSilence() {
    for (String text : List.of(PlanFixture.sample(), PlanFixture.flatSample())) {
      prefixesAreOdd(text, 23);
    }
  }

  @Test
  void neverPassesAHalfCutSeedInSilence() {
    prefixesAreOdd(new String(PlanFixture.seed(), StandardCharsets.UTF_8), step());
  }

  /** Every single prefix with {@code -Dimporter.prefix.step=1}; it takes a minute. */
  private static int step() {
    return Integer.getInteger("importer.prefix.step", 19);
  }

  private static void prefixesAreOdd(String text, int step) {
    for (int end = 0; end < text.length() - 1; end += step) {
      ParsedPlan plan = READER.read(Document.ofText(text.substring(0, end)), null).plan();
      assertThat(plan.oddities()).as("cut at %d", end).isNotEmpty();
      boolean insideTheTable = end < text.indexOf("## Execution Log");
      if (insideTheTable) {
        assertThat(plan.oddities())
            .as("cut at %d: %s", end, text.substring(Math.max(0, end - 40), end))
            .anyMatch(
                odd ->
                    odd.severity() != OddityCode.Severity.NOTE
                        || odd.code() == OddityCode.MISSING_SECTION);
      }
      Resolution.of(plan, List.of());
    }
  }

  @Test
  void answersInTimeOnHostileDocuments() {
    int size = 1_000_000;
    String header =
        "# Sprint 1 - T\n\nTask ID | State | Text | Owners (Source)\n--- | --- | --- | ---\n";
    List<String> hostile =
        List.of(
            "-".repeat(size),
            "--- | ".repeat(size / 6),
            "|".repeat(size),
            header + "|".repeat(size),
            header + "A-1 | DONE | ".repeat(size / 13),
            header + "A-1-".repeat(size / 4),
            header + "A-1 | BLOCKED | " + "when a ".repeat(size / 7) + " | B (c)",
            header + "A-1 | DONE | Dependencies: " + "A-1/".repeat(size / 4) + " | B (c)",
            "# ".repeat(size / 2),
            "> ".repeat(size / 2),
            "[".repeat(size),
            "- ".repeat(size / 2),
            " ".repeat(size) + "x",
            "\n".repeat(size) + "x",
            "| 2025-11-24 ".repeat(size / 13));
    for (String document : hostile) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () -> assertThat(oddities(document)).isNotEmpty(),
          document.substring(0, 20));
    }
  }
}
