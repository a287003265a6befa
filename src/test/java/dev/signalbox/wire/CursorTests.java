package dev.signalbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

  @Test
  void readsBackWhatItMade() {
    List<String> position = List.of("2026-11-23", "LNM-22-001", "", "ü ∞");
    assertThat(Cursor.decode("tasks/ops", Cursor.encode("tasks/ops", position), 4))
        .isEqualTo(position);
    assertThat(Cursor.decodeNumber("runs", Cursor.encode("runs", List.of("42")))).isEqualTo(42);
  }

  @Test
  void refusesTheCursorOfAnotherListOrTenant() {
    String cursor = Cursor.encode("tasks/ops", List.of("7"));
    refused(() -> Cursor.decode("tasks/other", cursor, 1));
    refused(() -> Cursor.decode("runs/ops", cursor, 1));
    refused(() -> Cursor.decode("tasks/ops", cursor, 2));
    refused(() -> Cursor.decodeNumber("runs", Cursor.encode("runs", List.of("x"))));
  }

  @Test
  void refusesEveryChangedCharacter() {
    String cursor = Cursor.encode("tasks/ops", List.of("LNM-22-001"));
    for (int at = 0; at < cursor.length() - 1; at++) {
      char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
      String changed = cursor.substring(0, at) + other + cursor.substring(at + 1);
      refused(() -> Cursor.decode("tasks/ops", changed, 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "not base64!", "%00", "MQ=="})
  void refusesWhatIsNoCursor(String cursor) {
    refused(() -> Cursor.decode("tasks/ops", cursor, 1));
    refused(() -> Cursor.decode("tasks/ops", "A".repeat(100_000), 1));
  }

  @Test
  void boundsTheLimit() {
    assertThat(Limit.of(null).value()).isEqualTo(50);
    assertThat(Limit.of(1).value()).isEqualTo(1);
    assertThat(Limit.of(200).value()).isEqualTo(200);
    refused(() -> Limit.of(0));
    refused(() -> Limit.of(201));
    refused(() -> Limit.of(Integer.MIN_VALUE));
  }

  private static void refused(Runnable attempt) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(attempt::run)
        .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID_REQUEST));
  }
}
