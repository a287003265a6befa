package dev.signalbox.gate.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void sortsMembersAndLeavesNoSpace() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("b", List.of(1, 2L, true));
    map.put("a", null);
    map.put("B", Map.of());
    assertThat(CanonicalJson.write(map)).isEqualTo("{\"B\":{},\"a\":null,\"b\":[1,2,true]}");
  }

  /**
   * The member names of the sorting example of RFC 8785, section 3.2.3, in the order it demands.
   */
  @Test
  void sortsByUtf16CodeUnits() {
    List<String> names = List.of("\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33");
    Map<String, Object> map = new LinkedHashMap<>();
    names.reversed().forEach(name -> map.put(name, 0));
    List<String> sorted =
        List.copyOf(
            ((Map<?, ?>) JSON.readValue(CanonicalJson.write(map), LinkedHashMap.class))
                .keySet().stream().map(String::valueOf).toList());
    assertThat(sorted).isEqualTo(names);
  }

  @Test
  void escapesOnlyWhatItMust() {
    assertThat(CanonicalJson.write("\u20ac$\u000f\nA'B\"\\\"/<\u007f"))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/<\u007f\"");
  }

  @Test
  void refusesWhatHasNoOneForm() {
    for (Object value :
        List.of(1.5, 1.5f, (1L << 53), Long.MIN_VALUE, "\ud800", "a\udc00", new Object())) {
      assertThatIllegalArgumentException()
          .as(value.toString())
          .isThrownBy(() -> CanonicalJson.write(value));
    }
    assertThat(CanonicalJson.write((1L << 53) - 1)).isEqualTo("9007199254740991");
  }

  @Test
  void comesBackFromAnyReaderTheSame() {
    for (int seed = 0; seed < 500; seed++) {
      String text = CanonicalJson.write(value(new Random(seed), 0));
      assertThat(CanonicalJson.write(JSON.readValue(text, Object.class)))
          .as("seed %d", seed)
          .isEqualTo(text);
    }
  }

  @Test
  void knowsTheDigestOfNothing() {
    assertThat(Digests.of(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Digests.isDigest("E3")).isFalse();
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 4 ? 4 : 6)) {
      case 0 -> random.nextInt();
      case 1 -> random.nextBoolean();
      case 2 -> null;
      case 3 -> text(random);
      case 4 -> Arrays.asList(value(random, depth + 1), value(random, depth + 1));
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < random.nextInt(5); i++) {
          map.put(text(random), value(random, depth + 1));
        }
        yield map;
      }
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < random.nextInt(8); i++) {
      int point = random.nextInt(3) == 0 ? random.nextInt(0x60) : random.nextInt(0x110000);
      text.appendCodePoint(point >= 0xd800 && point <= 0xdfff ? 'x' : point);
    }
    return text.toString();
  }
}
