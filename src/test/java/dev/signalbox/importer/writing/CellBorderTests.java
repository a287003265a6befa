package dev.signalbox.importer.writing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.layout.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written back stays in the cells that it belongs to. */
class CellBorderTests {

  private static final String RIGHT =
      """
      # Plan

      | ID | Status | Title | Estimate | Depends on |
      |---|---|---|---|---|
      | A-1 | Done | one | 3 days | - |
      | A-2 | Done | two | 4 days | A-1 |
      | A-3 | Todo | three. Dependencies: A-1. | 5 days | A-2 |
      """;

  private static final String LEFT =
      """
      # Plan

      | ID | Depends on | Estimate | Status | Title |
      |---|---|---|---|---|
      | A-1 | - | 3 days | Done | one |
      | A-2 | A-1 | 4 days | Done | two |
      | A-3 | A-2 | 5 days | Todo | three. Dependencies: A-1. |
      """;

  @Test
  void takesNoForeignCellAwayBetweenTwoListsOfOneRow() {
    for (String text : List.of(RIGHT, LEFT)) {
      for (List<String> kept : List.of(List.<String>of(), List.of("A-1"), List.of("A-2"))) {
        Written written = Round.of(text).bind("A-3", kept.toArray(String[]::new)).write();
        String row = new String(written.files().getFirst().bytes(), UTF_8).lines().toList().get(6);
        assertThat(row).as("%s %s", kept, written).contains("| 5 days |").contains("| Todo |");
        assertThat(row.chars().filter(c -> c == '|').count()).as(row).isEqualTo(6);
        kept.forEach(key -> assertThat(row).contains(key));
      }
    }
  }

  @Test
  void saysWhichPatchWouldTearARow() {
    Sources sources = new Sources(List.of(PlanFile.ofText("p.md", RIGHT)));
    int at = RIGHT.indexOf("A-1. | 5");
    assertThat(sources.tears(new Patch("p.md", span(at, at + 8), ""))).isTrue();
    assertThat(sources.tears(new Patch("p.md", span(at, at + 3), "A|B"))).isTrue();
    assertThat(sources.tears(new Patch("p.md", span(at, at + 3), "A\\|B"))).isFalse();
  }

  private static Span span(int from, int to) {
    return new Span(from, to);
  }
}
