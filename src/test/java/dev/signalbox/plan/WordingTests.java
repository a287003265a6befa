package dev.signalbox.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\u001bb",
        "a\u007fb",
        "a\u0085b",
        "\ud800",
        "x\udc00",
        "a\u202eb",
        "a\u2066b",
        "a\u2028b"
      })
  void refusesWhatCannotBeStoredOrShowsSomethingElse(String text) {
    assertThat(Wording.flaw(text, 10)).isPresent();
    assertThat(Wording.flawOfLine(text, 10)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "Grüße", "\u05e9\u05dc\u05d5\u05dd", "\ud83d\ude82", "a b"})
  void takesWritingOfAnyLanguage(String text) {
    assertThat(Wording.flawOfLine(text, 10)).isEmpty();
  }

  @Test
  void takesLineBreaksOnlyInTexts() {
    assertThat(Wording.flaw("a\nb\tc\r\n", 10)).isEmpty();
    assertThat(Wording.flawOfLine("a\nb", 10)).isPresent();
  }

  @Test
  void countsCharactersAndNotHalvesOfPairs() {
    assertThat(Wording.flaw("\ud83d\ude82".repeat(10), 10)).isEmpty();
    assertThat(Wording.flaw("\ud83d\ude82".repeat(11), 10)).isPresent();
  }

  @Test
  void composesWhatIsWrittenInParts() {
    assertThat(Wording.clean("  u\u0308ber ")).isEqualTo("\u00fcber");
  }

  @Test
  void takesDaysFrom1970To2199() {
    assertThat(Wording.isDay(LocalDate.of(1969, 12, 31))).isFalse();
    assertThat(Wording.isDay(LocalDate.of(1970, 1, 1))).isTrue();
    assertThat(Wording.isDay(LocalDate.of(2199, 12, 31))).isTrue();
    assertThat(Wording.isDay(LocalDate.of(2200, 1, 1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/b", "a\\b", "a;b", "a%b", " a", "a\u0000", "a\nb"})
  void refusesKeysThatAPathCannotCarry(String text) {
    assertThatThrownBy(() -> new TargetKey(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SCAN-1", "storage migration of the other team", "#7", "Prüfung"})
  void takesKeysAsPeopleWriteThem(String text) {
    assertThat(new TargetKey(text).value()).isEqualTo(text);
  }
}
