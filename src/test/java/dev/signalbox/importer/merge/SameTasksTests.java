package dev.signalbox.importer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SameTasksTests {

  private static Map<String, String> match(List<String> own, String... written) {
    return new SameTasks(own).match(List.of(written));
  }

  @Test
  void matchesShorterAndLongerKeys() {
    List<String> own = List.of("DEVOPS-OAS-61-001", "DEVOPS-LEDGER-OAS-61-001-REL", "DEVOPS-X-7");
    assertThat(match(own, "OAS-61-001", "LEDGER-OAS-61-001", "YARD-DEVOPS-X-7"))
        .containsEntry("OAS-61-001", "DEVOPS-OAS-61-001")
        .containsEntry("LEDGER-OAS-61-001", "DEVOPS-LEDGER-OAS-61-001-REL")
        .containsEntry("YARD-DEVOPS-X-7", "DEVOPS-X-7");
  }

  @Test
  void leavesRevisionsSubtasksAndRowNumbersApart() {
    assertThat(match(List.of("WP-1-Track"), "WP-1-Track-v2")).isEmpty();
    assertThat(match(List.of("WP-01"), "WP-01-A")).isEmpty();
    assertThat(match(List.of("OPS-7"), "7")).isEmpty();
    assertThat(match(List.of("oil-the-points"), "points")).isEmpty();
  }

  @Test
  void leavesAKeyThatFitsTwoTasks() {
    assertThat(match(List.of("A-X-7-REL", "B-X-7-REL"), "X-7-REL")).isEmpty();
    assertThat(match(List.of("A-X-7"), "X-7", "A-X-7")).containsOnlyKeys("A-X-7");
  }
}
