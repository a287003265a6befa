package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.layout.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependenciesTests {

  private static Dependencies.Found cell(String text) {
    Document document = Document.ofText(text);
    return new Dependencies(English.WORDS).inCell(document, document.whole());
  }

  private static List<String> keys(String text) {
    return cell(text).keys().stream().map(Read::value).toList();
  }

  @Test
  void readsListsWithAnySeparator() {
    assertThat(keys("T-1, T-2; T-3 \u00b7 T-4 & T-5 and T-6")).hasSize(6);
    assertThat(keys("T-1\u3001T-2\uff0cT-3 und T-4 y T-5")).hasSize(5);
    assertThat(keys("- T-1\n- [ ] T-2\n* `T-3`")).containsExactly("T-1", "T-2", "T-3");
  }

  @Test
  void readsRangesInAnyWriting() {
    for (String range :
        List.of(
            "WP-01..04",
            "WP-01 to WP-04",
            "WP-01\uff5eWP-04",
            "WP-01 bis WP-04",
            "WP-01\u81f3WP-04",
            "WP-01 \u2013 WP-04",
            "`WP-01` to `WP-04`")) {
      assertThat(keys(range)).as(range).containsExactly("WP-01..WP-04");
    }
    assertThat(keys("01\u201309")).containsExactly("01-09");
  }

  @Test
  void readsAlternativesAndEndings() {
    assertThat(keys("61-001/002")).containsExactly("61-001", "61-002");
    assertThat(keys("YARD-36-001/37-001")).containsExactly("YARD-36-001", "YARD-37-001");
    assertThat(keys("YARD-42-001/-002")).containsExactly("YARD-42-001", "YARD-42-002");
    assertThat(keys("YARD-7-401, -402, -403"))
        .containsExactly("YARD-7-401", "YARD-7-402", "YARD-7-403");
    assertThat(keys("13A/B")).containsExactly("13A", "13B");
    assertThat(keys("11*")).containsExactly("11*");
  }

  @Test
  void looksThroughMarksTitlesAndTicks() {
    assertThat(keys("**US-01** \u2705, [US-02](x.md), US-03: paint the shed (done)"))
        .containsExactly("US-01", "US-02", "US-03");
    assertThat(keys("The crane rules (US-0-010)")).containsExactly("US-0-010");
    assertThat(keys("Task 3, #4, story 5")).containsExactly("3", "4", "5");
    assertThat(keys("US-000 completion")).containsExactly("US-000");
  }

  @Test
  void leavesWordsAsWordsAndNothingAsNothing() {
    assertThat(cell("All points oiled").inWords()).hasSize(1);
    assertThat(cell("Rails (steel, oak) and paint").inWords()).hasSize(2);
    for (String none : List.of("None", "-", "\u2014", "n/a", "")) {
      assertThat(cell(none).keys()).as(none).isEmpty();
      assertThat(cell(none).inWords()).as(none).isEmpty();
    }
  }

  @Test
  void pointsAtTheKeyAndNothingMore() {
    String text = "  `T-12` , **T-13** \u2705";
    for (Read<String> key : cell(text).keys()) {
      assertThat(text.substring(key.span().from(), key.span().to())).isEqualTo(key.value());
    }
  }

  @Test
  void findsTheClauseInManyLanguages() {
    for (String label :
        List.of(
            "Dependencies",
            "**Depends on**",
            "Abh\u00e4ngig von",
            "Depende de",
            "D\u00e9pendances",
            "\u0417\u0430\u0432\u0438\u0441\u0438\u0442 \u043e\u0442",
            "\u4f9d\u8d56")) {
      Document document = Document.ofText("Oil the points. " + label + ": T-1, T-2.");
      assertThat(new Dependencies(English.WORDS).inText(document, document.whole()).keys())
          .as(label)
          .extracting(Read::value)
          .containsExactly("T-1", "T-2");
    }
  }

  @Test
  void staysLinearOnEndlessCells() {
    assertThat(cell("(a, ".repeat(100_000)).keys()).isEmpty();
    assertThat(keys("T-1, ".repeat(50_000))).containsExactly("T-1");
  }

  @Test
  void readsNoneWithARemarkAndWordsThatAllIsThere() {
    for (String none :
        List.of(
            "None (it comes first)",
            "**None** (it comes first).",
            "OK",
            "satisfied",
            "\u2705 met")) {
      assertThat(cell(none).keys()).as(none).isEmpty();
      assertThat(cell(none).inWords()).as(none).isEmpty();
    }
    assertThat(cell("None of the keys (yet)").inWords()).hasSize(1);
    assertThat(cell("BLOCKED").inWords()).hasSize(1);
  }
}
