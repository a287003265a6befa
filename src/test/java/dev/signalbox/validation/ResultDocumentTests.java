package dev.signalbox.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.report.Outcome;
import dev.signalbox.validation.ResultDocument.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultDocumentTests {

  private static final UUID ATTEMPT = UUID.fromString("7d9f3c52-6a0e-4a57-9d4f-0d5f3a1c2b3e");
  private static final String WHOLE =
      """
      {"attempt":"7d9f3c52-6a0e-4a57-9d4f-0d5f3a1c2b3e","outcome":"errored","error":"ENOSPC",
       "facts":[{"name":"free","value":0.5,"unit":"bytes"},{"name":"tries","value":3}],
       "external_id":"build 7","url":"https://ci.example/7"}""";

  @Test
  void readsAllThatItKnows() {
    ReportedResult result = parse(WHOLE, null);
    assertThat(result.attempt()).isEqualTo(ATTEMPT);
    assertThat(result.outcome()).isEqualTo(Outcome.ERRORED);
    assertThat(result.errorCode()).isEqualTo("ENOSPC");
    assertThat(result.facts()).hasSize(2);
    assertThat(result.facts().getFirst().value()).isEqualByComparingTo("0.5");
    assertThat(result.facts().getLast().unit()).isEqualTo("1");
    assertThat(result.externalId()).isEqualTo("build 7");
    assertThat(result.origin()).isEqualTo("test");
  }

  @Test
  void readsASignOfLife() {
    assertThat(parse("{\"outcome\":\"running\"}", ATTEMPT).outcome()).isNull();
  }

  @Test
  void takesTheOutcomeFromTheReportWhereNoneIsStated() {
    String failing =
        "<testsuite><testcase name='a'/><testcase name='b'><failure/></testcase></testsuite>";
    ReportedResult result = parse("{\"junit\":\"" + failing + "\"}", ATTEMPT);
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(
            ResultDocument.ofReport(failing.getBytes(StandardCharsets.UTF_8), ATTEMPT, "test")
                .outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"outcome\":\"passed\"} x",
        "{\"outcome\":\"passed\",\"outcome\":\"failed\"}",
        "{\"outcome\":\"PASSED\"}",
        "{\"outcome\":\"ok\"}",
        "{\"outcome\":true}",
        "{\"outcome\":\"passed\",\"state\":\"passed\"}",
        "{\"outcome\":\"passed\",\"error\":\"ENOSPC\"}",
        "{\"outcome\":\"errored\",\"error\":\"no space\"}",
        "{\"outcome\":\"passed\",\"attempt\":\"7\"}",
        "{\"outcome\":\"passed\",\"attempt\":\"00000000-0000-4000-8000-000000000000\"}",
        "{\"outcome\":\"passed\",\"url\":\"javascript:alert(1)\"}",
        "{\"outcome\":\"passed\",\"external_id\":\"a\\u0000b\"}",
        "{\"outcome\":\"passed\",\"facts\":{}}",
        "{\"outcome\":\"passed\",\"facts\":[{\"name\":\"a\",\"value\":\"1\"}]}",
        "{\"outcome\":\"passed\",\"facts\":[{\"name\":\"a\",\"value\":1e999999999}]}",
        "{\"outcome\":\"passed\",\"facts\":[{\"name\":\"a\",\"value\":NaN}]}",
        "{\"outcome\":\"passed\",\"facts\":[{\"value\":1}]}",
        "{\"outcome\":\"passed\",\"facts\":[{\"name\":\"a\",\"value\":1},{\"name\":\"a\",\"value\":2}]}",
        "{\"outcome\":\"passed\",\"facts\":[[[[[[[[[[[[]]]]]]]]]]]]}"
      })
  void refusesWhatIsNoResult(String document) {
    assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> parse(document, ATTEMPT));
  }

  @Test
  void needsAnAttemptFromSomewhere() {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> parse("{\"outcome\":\"passed\"}", null))
        .withMessageContaining("attempt");
  }

  @Test
  void readsOrRefusesEveryCutAndEveryFlippedByteWithoutAnotherException() {
    byte[] whole = WHOLE.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      String cut = new String(whole, 0, length, StandardCharsets.UTF_8);
      assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> parse(cut, null));
    }
    Random random = new Random(36);
    for (int round = 0; round < 5_000; round++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      try {
        ResultDocument.parse(changed, null, "test");
      } catch (Unreadable expected) {
        assertThat(expected).hasMessageNotContaining("tools.jackson");
      }
    }
  }

  private static ReportedResult parse(String json, @Nullable UUID attempt) {
    return ResultDocument.parse(json.getBytes(StandardCharsets.UTF_8), attempt, "test");
  }
}
