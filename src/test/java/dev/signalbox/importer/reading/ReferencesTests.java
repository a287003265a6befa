package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferencesTests {

  private static List<String> meant(String written, String self, String... known) {
    return new RangeLookUp(new References(List.of(known))).resolve(written, self);
  }

  @Test
  void takesAKeyAsItStandsBeforeAnythingElse() {
    assertThat(meant("YARD-1", "", "YARD-1", "YARD-1-A", "yard-1")).containsExactly("YARD-1");
  }

  @Test
  void readsOtherCapitalsDashesAndZerosAsOneKey() {
    assertThat(meant("yard-07", "", "YARD-7")).containsExactly("YARD-7");
    assertThat(meant("YARD\u20117", "", "YARD-7")).containsExactly("YARD-7");
    assertThat(meant("YARD-70", "", "YARD-7")).isEmpty();
  }

  @Test
  void completesAKeyThatWasCutAtAHyphenOnly() {
    assertThat(
            meant("YARD-OIL-61", "", "YARD-OIL-61-001-REL", "YARD-OIL-61-002-REL", "YARD-OIL-610"))
        .containsExactly("YARD-OIL-61-001-REL", "YARD-OIL-61-002-REL");
  }

  @Test
  void looksInTheRowsOwnFamilyFirstAndThenEverywhere() {
    String[] known = {"YARD-CRANE-32-001", "YARD-TRACK-32-001", "YARD-TRACK-33-001"};
    assertThat(meant("32-001", "YARD-CRANE-40-001", known)).containsExactly("YARD-CRANE-32-001");
    assertThat(meant("33-001", "YARD-CRANE-40-001", known)).containsExactly("YARD-TRACK-33-001");
    assertThat(meant("32-001", "YARD-SHED-1", known)).isEmpty();
    assertThat(new References(List.of(known)).resolve("32-001", "YARD-SHED-1").candidates())
        .containsExactly("YARD-CRANE-32-001", "YARD-TRACK-32-001");
  }

  @Test
  void takesABareNumberOnlyWithinTheFamily() {
    assertThat(meant("3", "T-9", "T-3", "U-4")).containsExactly("T-3");
    assertThat(meant("4", "T-9", "T-3", "U-4")).isEmpty();
  }

  @Test
  void followsAFamilyThatWasRenamedOnlyIfItRules() {
    assertThat(meant("task-24.1", "", "RAIL-24.1", "RAIL-7")).containsExactly("RAIL-24.1");
    assertThat(meant("task-24.1", "", "RAIL-24.1", "SHED-7")).isEmpty();
    assertThat(meant("SHED-24.1", "", "RAIL-24.1", "RAIL-7", "RAIL-8", "RAIL-9", "SHED-7"))
        .isEmpty();
  }

  @Test
  void takesARangeBetweenKeysThatExist() {
    assertThat(meant("WP-01..WP-04", "", "WP-01", "WP-02", "WP-04"))
        .containsExactly("WP-01", "WP-02", "WP-04");
    assertThat(meant("01-03", "", "01", "02", "03")).containsExactly("01", "02", "03");
    assertThat(meant("D1-D4", "", "D1", "D2", "D4")).containsExactly("D1", "D2", "D4");
    assertThat(meant("D1-D4", "", "D1", "D2")).isEmpty();
  }

  @Test
  void boundsWildcardsAndRanges() {
    List<String> many =
        new ArrayList<>(IntStream.range(1000, 1900).mapToObj(i -> "W" + i).toList());
    assertThat(new References(many).resolve("W1*", "").keys()).hasSize(KeyRange.MOST);
    assertThat(KeyRange.between("W-1", "W-500")).isNotNull();
    assertThat(KeyRange.between("W-1", "W-501")).isNull();
    assertThat(KeyRange.between("W-4", "W-4")).isNull();
    assertThat(KeyRange.between("W-4", "V-9")).isNull();
  }
}
