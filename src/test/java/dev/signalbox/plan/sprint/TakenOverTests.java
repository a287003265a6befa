package dev.signalbox.plan.sprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TakenOverTests {

  private static final Map<Long, String> BY_HAND = new LinkedHashMap<>();

  static {
    BY_HAND.put(1L, "Fog.");
    BY_HAND.put(2L, "Snow\nand  ice.");
    BY_HAND.put(3L, "Fog.");
  }

  @Test
  void takesOneForEachLineThatIsNew() {
    assertThat(TakenOver.of(List.of(), List.of("Fog."), BY_HAND)).containsExactly(1L);
    assertThat(TakenOver.of(List.of(), List.of("Fog.", "Rain.", "Fog."), BY_HAND))
        .containsExactly(1L, 3L);
  }

  @Test
  void leavesTwinsOfWhatTheDocumentSaidBefore() {
    assertThat(TakenOver.of(List.of("Fog."), List.of("Rain.", "Fog."), BY_HAND)).isEmpty();
    assertThat(TakenOver.of(List.of("Fog."), List.of("Fog.", "Fog."), BY_HAND)).containsExactly(1L);
  }

  @Test
  void readsLinesOnOneLine() {
    assertThat(TakenOver.of(List.of(), List.of("Snow and ice."), BY_HAND)).containsExactly(2L);
  }
}
