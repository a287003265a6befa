package dev.signalbox.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.wire.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTests {

  @Test
  void readsWhatItWrote() {
    Position position = new Position(801, 17);

    assertThat(Position.parse(position.toString())).isEqualTo(position);
  }

  @Test
  void ordersByTransactionFirst() {
    assertThat(new Position(9, 100)).isLessThan(new Position(10, 1));
    assertThat(new Position(10, 1)).isLessThan(new Position(10, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "1", "1-", "-1", "a-1", "1-1 ", "1--1", "9999999999999999999-1", "1-1-1"})
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> Position.parse(text)).isInstanceOf(ProblemException.class);
  }
}
