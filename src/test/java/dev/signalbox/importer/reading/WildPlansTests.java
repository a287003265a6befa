package dev.signalbox.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that others really wrote, held against what a careful person found in them. */
class WildPlansTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ai-dev-agent-epic_overview",
        "ai-dev-agent-product_backlog",
        "ai-dev-agent-sprint_1_planning",
        "ai-dev-agent-sprint_2_backlog",
        "ai-dev-agent-sprint_6_kickoff",
        "ai-dev-agent-task_catalog",
        "handshake-governance_board",
        "handshake-task_board_old1",
        "handshake-task_board_old2",
        "handshake-technical_research",
        "k8s-release-exceptions_1.33",
        "k8s-release-release-1.13_README",
        "k8s-release-release-1.20_README",
        "k8s-release-release-1.36_README",
        "k8s-release-release_phases",
        "k8s-release-update_1.20_2020-11-20",
        "k8s-release-update_1.20_2020-11-27",
        "other-datavein_zh",
        "other-linktree_de",
        "other-memory_lancedb",
        "other-puntoclub_es",
        "other-readiness_tracker",
        "rust-goals-2025h1_async",
        "rust-goals-2025h2_scalable-vectors",
        "rust-goals-2026_unsafe-fields",
        "softwaredevcase-task_board",
        "softwaredevcase-technical_debt"
      })
  void readsWhatACarefulPersonFinds(String name) {
    WildFacts facts = WildFacts.of(name);
    List<String> differences = WildReading.of(facts).differences();
    assertThat(differences)
        .as("%s: %d differences\n%s", name, differences.size(), String.join("\n", differences))
        .isEmpty();
  }
}
