package dev.signalbox.wire.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.wire.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTests {

  @Test
  void meansTheSameWithAndWithoutQuotes() {
    assertThat(IdempotencyKey.of(List.of("\"6f1c-9e\"")))
        .isEqualTo(IdempotencyKey.of(List.of(" 6f1c-9e ")));
    assertThat(IdempotencyKey.of(List.of("k".repeat(255))).value()).hasSize(255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", "\"a", "a\"", "a b", "ä", "\"a\\\"b\"", "a,b"})
  void refusesOtherForms(String line) {
    refused(List.of(line));
  }

  @Test
  void refusesTooLongNoneAndTwo() {
    refused(List.of("k".repeat(256)));
    refused(List.of());
    refused(List.of("a", "b"));
  }

  private static void refused(List<String> lines) {
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> IdempotencyKey.of(lines));
  }
}
