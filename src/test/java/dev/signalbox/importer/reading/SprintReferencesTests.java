package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SprintReferencesTests {

  @Test
  void splitsSprintsWithAnySignBetweenThem() {
    for (String sign : List.of(" \u00b7 ", ", ", " | ", "; ")) {
      String line =
          "Sprint 1.A - Yard.I" + sign + "Sprint 1.B - Yard.II" + sign + "Sprint 2 - Rails";
      assertThat(SprintReferences.split(List.of(line))).as(sign).hasSize(3);
    }
  }

  @Test
  void keepsASignThatBelongsToAName() {
    assertThat(SprintReferences.split(List.of("Sprint 7 - Yard, Rails & Lamps \u00b7 1.B) Works")))
        .hasSize(1);
    assertThat(SprintReferences.split(List.of("Sprint 7, 8"))).containsExactly("Sprint 7", "8");
  }

  @Test
  void knowsASprintByItsKeyItsTitleAndItsSection() {
    SprintReferences here =
        new SprintReferences(List.of("1.B", "Winter works", "[Yard] 1.B) Works.II"));
    assertThat(here.isHere("Sprint 1.B - Works.II")).isTrue();
    assertThat(here.isHere("Sprint 1.B")).isTrue();
    assertThat(here.isHere("Winter Works")).isTrue();
    assertThat(here.isHere("1.B) Works.II")).isTrue();
    assertThat(here.isHere("Sprint 1.C")).isFalse();
  }
}
