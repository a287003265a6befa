package dev.signalbox.webhook.inbox;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "1",
        "\"a\"",
        "null",
        " {\"a\":[1,2,{\"b\":null}],\"c\":-1.5e3} \n",
        "{\"name\":\"Z\u00fcge \uD83D\uDE82\"}"
      })
  void takesPlainJson(String body) {
    assertThat(StrictJson.defect(body.getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "{\"a\":}",
        "{\"a\":1,}",
        "{} {}",
        "{}x",
        "{'a':1}",
        "{a:1}",
        "NaN",
        "01",
        "{\"state\":\"passed\",\"state\":\"failed\"}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "\uFEFF{}",
        "{\"a\":\"\u0000\"}",
        "{\"a\":\"\\u0000\"}",
        "{\"\\u0000\":1}",
        "{\"a\":1}\u0000",
        "// no\n{}"
      })
  void refusesWhatIsNotStrictJson(String body) {
    assertThat(StrictJson.defect(body.getBytes(UTF_8))).isPresent();
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    assertThat(StrictJson.defect(new byte[] {'"', (byte) 0xFF, '"'})).isPresent();
    assertThat(StrictJson.defect(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'})).isPresent();
    assertThat(StrictJson.defect(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}))
        .isPresent();
    assertThat(StrictJson.defect("{}".getBytes(UTF_16))).isPresent();
  }

  @Test
  void refusesHugeThingsQuickly() {
    String keys = "\"k\":1,".repeat(150_000);
    StringBuilder different = new StringBuilder("{");
    for (int at = 0; at < 110_000; at++) {
      different.append('"').append(Integer.toString(at, 36)).append("\":0,");
    }
    different.append("\"z_\":0}");
    for (String body :
        new String[] {
          "[".repeat(100_000),
          "[".repeat(65) + "]".repeat(65),
          "{\"n\":" + "9".repeat(1_000_000) + "}",
          "{" + keys + "\"k\":1}",
          different.toString(),
          "{\"" + "k".repeat(1_001) + "\":1}"
        }) {
      byte[] bytes = body.getBytes(UTF_8);
      Assertions.assertTimeout(
          Duration.ofSeconds(1), () -> assertThat(StrictJson.defect(bytes)).isPresent());
    }
  }

  @Test
  void takesAnyTextUpToTheLimitOfTheBody() {
    assertThat(StrictJson.defect(("{\"junit\":\"" + "x".repeat(1_000_000) + "\"}").getBytes(UTF_8)))
        .isEmpty();
  }

  @Test
  void neverThrows() {
    Random random = new Random(20);
    byte[] whole = "{\"attempt\":\"x\",\"facts\":[{\"n\":1.5e3}],\"t\":null}".getBytes(UTF_8);
    for (int round = 0; round < 20_000; round++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      assertThat(StrictJson.defect(changed)).isNotNull();
    }
  }
}
