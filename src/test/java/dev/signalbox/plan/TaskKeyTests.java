package dev.signalbox.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskKeyTests {

  @ParameterizedTest
  @ValueSource(strings = {"A", "7", "DEVOPS-OBS-51-001", "a._#:-z", "Ä-1", "a-ä", "任务-1"})
  void takesLettersAndDigitsOfAnyScript(String text) {
    assertThat(TaskKey.isTask(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-A", "_", "a b", "a/b", "a%b", "a;b", "a\\b", "a\n", "ä b", "a@", "a["})
  void refusesEverythingElse(String text) {
    assertThat(TaskKey.isTask(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"a, 120, true", "a, 121, false", "ä, 120, true", "ä, 121, false"})
  void endsAtTheLimit(String letter, int length, boolean taken) {
    assertThat(TaskKey.isTask(letter.repeat(length))).isEqualTo(taken);
  }
}
