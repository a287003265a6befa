package dev.signalbox.plan.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OPS-51-001",
        "Finished OPS-51-001: all is in.",
        "OPS-51-001/002 are in",
        "(OPS-51-001)",
        "OPS-51-0010 and OPS-51-001.",
        "see OPS-51-001- soon"
      })
  void findsTheKey(String text) {
    assertThat(Mention.of("OPS-51-001", text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "OPS-51-002",
        "OPS-51-0010",
        "OPS-51-001-REL is in",
        "DEVOPS-51-001",
        "DEV-OPS-51-001",
        "OPS-51-001_b"
      })
  void leavesLongerKeysAlone(String text) {
    assertThat(Mention.of("OPS-51-001", text)).isFalse();
  }
}
