package dev.signalbox.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.wire.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastDayTests {

  private final PastDay days =
      new PastDay(Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC));

  @Test
  void readsADayAsItsEnd() {
    assertThat(days.read(" 2026-03-01 "))
        .isEqualTo(
            new PastDay.Past(
                LocalDate.parse("2026-03-01"), Instant.parse("2026-03-01T23:59:59.999999999Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "2026-03-02", "2026-03-03", "+999999999-12-31"})
  void takesNothingAndTodayAndWhatIsToComeForThePresent(String day) {
    assertThat(days.read(day)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-02-30", "0000-01-01", "-999999999-01-01"})
  void refusesWhatIsNoDayOfACalendar(String day) {
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> days.read(day));
  }
}
