package dev.signalbox.webhook.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import dev.signalbox.webhook.Dialect;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksTests {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_" + "b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXk=";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long TIME = 1_614_265_330L;
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void acceptsTheSharedVector() {
    assertThat(verify(ID, "" + TIME, SIGNATURE, BODY)).isEqualTo(authentic("current"));
  }

  @Test
  void takesHeaderNamesInAnyCase() {
    TestHeaders headers =
        TestHeaders.of(
            "Webhook-Id", ID, "WEBHOOK-TIMESTAMP", "" + TIME, "webhook-Signature", SIGNATURE);

    assertThat(StandardWebhooks.SCHEME.verify(headers, BODY.getBytes(UTF_8), keys(SECRET), TIME))
        .isEqualTo(authentic("current"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, -299, 0, 299, 300})
  void acceptsWithinFiveMinutes(long shift) {
    assertThat(verifyAt(TIME + shift)).isInstanceOf(Verification.Authentic.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-700_000, -301, 301, 360, 691_200})
  void refusesOutsideFiveMinutes(long shift) {
    assertThat(verifyAt(TIME + shift)).isEqualTo(refused(Refusal.OUTSIDE_TOLERANCE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1614265330",
        "01614265330",
        " 1614265330",
        "1614265330 ",
        "1e9",
        "1614265330.0",
        "9223372036854775808",
        "+1614265330",
        "0",
        "0x60378B32",
        "\u0661\u0666\u0661\u0664"
      })
  void refusesTimestampsOfOddForm(String timestamp) {
    assertThat(verify(ID, timestamp, sign(SECRET, ID, timestamp, BODY), BODY))
        .isEqualTo(refused(Refusal.MALFORMED_TIMESTAMP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1",
        "v1,",
        "v",
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLawdd",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF=",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE",
        "V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        " ",
        "   ",
        "\u00e9\u00e9"
      })
  void refusesSignaturesOfAnotherFormOrVersion(String signature) {
    assertThat(verify(ID, "" + TIME, signature, BODY)).isInstanceOf(Verification.Unauthentic.class);
  }

  @Test
  void refusesMissingAndRepeatedHeaders() {
    TestHeaders all =
        TestHeaders.of(
            "webhook-id", ID, "webhook-timestamp", "" + TIME, "webhook-signature", SIGNATURE);
    for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
      SentHeaders without = asked -> asked.equals(name) ? List.of() : all.all(asked);
      SentHeaders twice =
          asked ->
              asked.equals(name)
                  ? List.of(all.all(asked).getFirst(), all.all(asked).getFirst())
                  : all.all(asked);
      for (SentHeaders headers : List.of(without, twice)) {
        assertThat(
                StandardWebhooks.SCHEME.verify(headers, BODY.getBytes(UTF_8), keys(SECRET), TIME))
            .isInstanceOf(Verification.Unauthentic.class);
      }
    }
  }

  @Test
  void refusesAnIdWithAFullStop() {
    assertThat(verify("a.1", "" + TIME, sign(SECRET, "a.1", "" + TIME, BODY), BODY))
        .isEqualTo(refused(Refusal.MALFORMED_ID));
  }

  @Test
  void looksAtTenSignaturesAndNoMore() {
    String wrong = "v1," + "A".repeat(43) + "= ";

    assertThat(verify(ID, "" + TIME, wrong.repeat(9) + SIGNATURE, BODY))
        .isEqualTo(authentic("current"));
    assertThat(verify(ID, "" + TIME, wrong.repeat(10) + SIGNATURE, BODY))
        .isEqualTo(refused(Refusal.MISMATCH));
    assertThat(verify(ID, "" + TIME, wrong.repeat(10_000) + SIGNATURE, BODY))
        .isEqualTo(refused(Refusal.MISMATCH));
  }

  @Test
  void acceptsAnyOfSeveralActiveSecretsAndSaysWhich() {
    List<SigningKey> both =
        List.of(
            SigningKey.of(Dialect.STANDARD_WEBHOOKS, "next", OTHER),
            SigningKey.of(Dialect.STANDARD_WEBHOOKS, "current", SECRET));

    assertThat(verify(both, SIGNATURE)).isEqualTo(authentic("current"));
    assertThat(verify(both, sign(OTHER, ID, "" + TIME, BODY))).isEqualTo(authentic("next"));
    assertThat(verify(List.of(both.getFirst()), SIGNATURE)).isEqualTo(refused(Refusal.MISMATCH));
    assertThat(verify(List.of(), SIGNATURE)).isEqualTo(refused(Refusal.MISMATCH));
  }

  @Test
  void refusesJsonThatWasWrittenAnew() {
    assertThat(verify(ID, "" + TIME, SIGNATURE, "{\"test\":2432232314}"))
        .isEqualTo(refused(Refusal.MISMATCH));
  }

  @Test
  void decidesOnBytesWhateverTheyMean() {
    byte[] odd = {'{', (byte) 0xFF, (byte) 0xFE, 0, (byte) 0xC0, '}'};
    String signature =
        "v1,"
            + Base64.getEncoder()
                .encodeToString(
                    keys(SECRET).getFirst().sign((ID + "." + TIME + ".").getBytes(UTF_8), odd));
    TestHeaders headers =
        TestHeaders.of(
            "webhook-id", ID, "webhook-timestamp", "" + TIME, "webhook-signature", signature);

    assertThat(StandardWebhooks.SCHEME.verify(headers, odd, keys(SECRET), TIME))
        .isEqualTo(authentic("current"));
  }

  @Test
  void refusesEverySingleFlippedBit() {
    String body = "{\"train\":\"" + "x".repeat(280) + "\"}";
    String signature = sign(SECRET, ID, "" + TIME, body);
    int flips = 0;
    for (int part = 0; part < 4; part++) {
      String[] fields = {ID, "" + TIME, signature, body};
      for (int bit = 0; bit < fields[part].length() * 8; bit++) {
        String[] changed = fields.clone();
        byte[] bytes = changed[part].getBytes(ISO_8859_1);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        changed[part] = new String(bytes, ISO_8859_1);
        TestHeaders headers =
            TestHeaders.of(
                "webhook-id",
                changed[0],
                "webhook-timestamp",
                changed[1],
                "webhook-signature",
                changed[2]);
        Verification verdict =
            StandardWebhooks.SCHEME.verify(
                headers, changed[3].getBytes(ISO_8859_1), keys(SECRET), TIME);
        assertThat(verdict)
            .as("part %d bit %d", part, bit)
            .isInstanceOf(Verification.Unauthentic.class);
        flips++;
      }
    }
    assertThat(flips).isGreaterThan(2_900);
  }

  @Test
  void agreesWithTheReferenceLibrary() throws Exception {
    Random random = new Random(1);
    long now = Instant.now().getEpochSecond();
    Webhook library = new Webhook(SECRET);
    for (int round = 0; round < 200; round++) {
      String body = "{\"n\":" + random.nextLong() + ",\"t\":\"\u00e9\u4e2d" + round + "\"}";
      String id = "msg_" + Long.toHexString(random.nextLong());
      String signed = library.sign(id, now, body);
      TestHeaders headers =
          TestHeaders.of(
              "webhook-id", id, "webhook-timestamp", "" + now, "webhook-signature", signed);
      assertThat(StandardWebhooks.SCHEME.verify(headers, body.getBytes(UTF_8), keys(SECRET), now))
          .isEqualTo(new Verification.Authentic(id, "current"));
      library.verify(body, libraryHeaders(id, "" + now, sign(SECRET, id, "" + now, body)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_AAAA", "no-prefix-but-long-enough-to-be-a-secret"})
  void makesNoKeyOfAnEmptyOrShortSecret(String text) {
    assertThatThrownBy(() -> SigningKey.of(Dialect.STANDARD_WEBHOOKS, "current", text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Verification verifyAt(long now) {
    TestHeaders headers =
        TestHeaders.of(
            "webhook-id", ID, "webhook-timestamp", "" + TIME, "webhook-signature", SIGNATURE);
    return StandardWebhooks.SCHEME.verify(headers, BODY.getBytes(UTF_8), keys(SECRET), now);
  }

  private static Verification verify(String id, String time, String signature, String body) {
    TestHeaders headers =
        TestHeaders.of("webhook-id", id, "webhook-timestamp", time, "webhook-signature", signature);
    return StandardWebhooks.SCHEME.verify(headers, body.getBytes(UTF_8), keys(SECRET), TIME);
  }

  private static Verification verify(List<SigningKey> keys, String signature) {
    TestHeaders headers =
        TestHeaders.of(
            "webhook-id", ID, "webhook-timestamp", "" + TIME, "webhook-signature", signature);
    return StandardWebhooks.SCHEME.verify(headers, BODY.getBytes(UTF_8), keys, TIME);
  }

  private static List<SigningKey> keys(String secret) {
    List<SigningKey> keys = new ArrayList<>();
    keys.add(SigningKey.of(Dialect.STANDARD_WEBHOOKS, "current", secret));
    return keys;
  }

  private static String sign(String secret, String id, String time, String body) {
    byte[] digest =
        keys(secret).getFirst().sign((id + "." + time + ".").getBytes(UTF_8), body.getBytes(UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(digest);
  }

  private static HttpHeaders libraryHeaders(String id, String time, String signature) {
    return HttpHeaders.of(
        Map.of(
            "webhook-id", List.of(id),
            "webhook-timestamp", List.of(time),
            "webhook-signature", List.of(signature)),
        (name, value) -> true);
  }

  private static Verification authentic(String keyId) {
    return new Verification.Authentic(ID, keyId);
  }

  private static Verification refused(Refusal refusal) {
    return new Verification.Unauthentic(refusal);
  }
}
