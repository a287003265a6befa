package dev.signalbox.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.wire.ProblemException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfTests {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant BEGIN = Instant.parse("2026-02-01T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 2026-03-01T23:59:59.999999999Z",
    "2026-02-01, 2026-02-01T23:59:59.999999999Z",
    "2026-02-01T08:00:00Z, 2026-02-01T08:00:00Z",
    "2026-03-02T10:00:00Z, 2026-03-02T10:00:00Z",
    "2026-03-02T11:00:00+02:00, 2026-03-02T09:00:00Z",
  })
  void readsAnInstantOrTheEndOfADay(String text, Instant meant) {
    assertThat(read(text)).isEqualTo(meant);
  }

  @Test
  void takesTodayForThePresent() {
    assertThat(read("2026-03-02")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-03", "9999-12-31", "2026-03-02T10:00:01Z"})
  void saysThatTheFutureIsNotKnown(String text) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining("lies in the future: now is 2026-03-02T10:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-31", "0001-01-01", "2026-02-01T07:59:59.999Z"})
  void saysWhereThePastBegins(String text) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining("begins at 2026-02-01T08:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-02-30", "+999999999-12-31", "20260301", "2026-03-01T"})
  void refusesWhatIsNoInstant(String text) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining("asOf is an instant such as");
  }

  private static @Nullable Instant read(String text) {
    return AsOf.read(text, NOW, () -> Optional.of(BEGIN));
  }
}
