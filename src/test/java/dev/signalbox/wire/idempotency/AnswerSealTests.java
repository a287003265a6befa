package dev.signalbox.wire.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswerSealTests {

  private static final byte[] BODY = "{\"token\":\"sbx_once\"}".getBytes(StandardCharsets.UTF_8);

  @Test
  void opensForTheHolderOfTheKeyOnly() {
    byte[] sealed = AnswerSeal.seal("first", BODY, new Random(1));

    assertThat(AnswerSeal.open("first", sealed)).isEqualTo(BODY);
    assertThatThrownBy(() -> AnswerSeal.open("second", sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void givesNothingOfTheBodyOrTheKeyAway() {
    byte[] sealed = AnswerSeal.seal("first", BODY, new Random(1));

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("sbx_once");
    assertThat(AnswerSeal.name("first")).hasSize(64).doesNotContain("first");
    assertThat(AnswerSeal.name("first")).isNotEqualTo(AnswerSeal.name("second"));
  }
}
