package dev.signalbox.webhook.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.webhook.Dialect;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeSignatureTests {

  private static final List<SigningKey> KEYS =
      List.of(
          SigningKey.of(Dialect.GITHUB, "next", "another secret, also long enough"),
          SigningKey.of(Dialect.GITHUB, "current", "a secret that is long enough"));
  private static final byte[] BODY =
      ("{\"action\":\"completed\",\"pad\":\"" + "y".repeat(270) + "\"}").getBytes(UTF_8);
  private static final String HEX = HexFormat.of().formatHex(KEYS.get(1).sign(BODY));

  @Test
  void acceptsTheSignatureOfEachForge() {
    assertThat(
            check(
                Dialect.GITHUB, "X-Hub-Signature-256", "sha256=" + HEX, "X-GitHub-Delivery", "d1"))
        .isEqualTo(new Verification.Authentic("d1", "current"));
    assertThat(check(Dialect.GITEA, "X-Gitea-Signature", HEX, "X-Gitea-Delivery", "d2"))
        .isEqualTo(new Verification.Authentic("d2", "current"));
    assertThat(check(Dialect.FORGEJO, "X-Forgejo-Signature", HEX, "X-Forgejo-Delivery", "d3"))
        .isEqualTo(new Verification.Authentic("d3", "current"));
    assertThat(check(Dialect.FORGEJO, "X-Gitea-Signature", HEX))
        .isEqualTo(new Verification.Authentic(null, "current"));
  }

  @Test
  void letsNoGiteaCopyRescueAWrongForgejoSignature() {
    for (String wrong : List.of("", "0".repeat(64), HEX.substring(1))) {
      assertThat(check(Dialect.FORGEJO, "X-Forgejo-Signature", wrong, "X-Gitea-Signature", HEX))
          .isInstanceOf(Verification.Unauthentic.class);
      assertThat(check(Dialect.GITEA, "X-Forgejo-Signature", wrong, "X-Gitea-Signature", HEX))
          .isInstanceOf(Verification.Unauthentic.class);
    }
  }

  @Test
  void doesNotFallBackToSha1OrToAnotherDialect() {
    assertThat(check(Dialect.GITHUB, "X-Hub-Signature", "sha1=" + HEX.substring(0, 40)))
        .isEqualTo(new Verification.Unauthentic(Refusal.MISSING_SIGNATURE));
    assertThat(check(Dialect.GITEA, "X-Hub-Signature-256", "sha256=" + HEX))
        .isEqualTo(new Verification.Unauthentic(Refusal.MISSING_SIGNATURE));
    assertThat(check(Dialect.GITHUB, "X-Gitea-Signature", HEX))
        .isEqualTo(new Verification.Unauthentic(Refusal.MISSING_SIGNATURE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "sha256", "sha256=", "sha256=0", "sha256=zz", "sha1=00"})
  void refusesShortAndOddSignatures(String signature) {
    assertThat(check(Dialect.GITHUB, "X-Hub-Signature-256", signature))
        .isInstanceOf(Verification.Unauthentic.class);
    assertThat(check(Dialect.GITEA, "X-Gitea-Signature", signature))
        .isInstanceOf(Verification.Unauthentic.class);
  }

  @Test
  void refusesOtherSpellingsOfTheRightSignature() {
    for (String spelling :
        List.of(
            "sha256=" + HEX.toUpperCase(Locale.ROOT),
            "SHA256=" + HEX,
            "sha256=" + HEX + " ",
            "sha256= " + HEX,
            "sha256=" + HEX + ",sha256=" + HEX,
            HEX,
            "sha256=" + HEX + "0".repeat(1_000_000))) {
      assertThat(check(Dialect.GITHUB, "X-Hub-Signature-256", spelling))
          .isInstanceOf(Verification.Unauthentic.class);
    }
    assertThat(
            check(
                Dialect.GITHUB,
                "X-Hub-Signature-256",
                "sha256=" + HEX,
                "X-Hub-Signature-256",
                "sha256=" + HEX))
        .isEqualTo(new Verification.Unauthentic(Refusal.MALFORMED_SIGNATURE));
  }

  @Test
  void refusesEverySingleFlippedBit() {
    byte[] signature = ("sha256=" + HEX).getBytes(ISO_8859_1);
    for (int bit = 0; bit < signature.length * 8; bit++) {
      byte[] flipped = flip(signature, bit);
      assertThat(check(Dialect.GITHUB, "X-Hub-Signature-256", new String(flipped, ISO_8859_1)))
          .isInstanceOf(Verification.Unauthentic.class);
    }
    TestHeaders headers = TestHeaders.of("X-Gitea-Signature", HEX);
    for (int bit = 0; bit < BODY.length * 8; bit++) {
      assertThat(ForgeSignature.SCHEME.verify(headers, flip(BODY, bit), KEYS, 0))
          .isEqualTo(new Verification.Unauthentic(Refusal.MISMATCH));
    }
  }

  @Test
  void refusesADeliveryIdThatIsNone() {
    for (String id : List.of("", "a b", "\u00e9", "x".repeat(201))) {
      assertThat(check(Dialect.GITEA, "X-Gitea-Signature", HEX, "X-Gitea-Delivery", id))
          .isEqualTo(new Verification.Unauthentic(Refusal.MALFORMED_ID));
    }
  }

  private static byte[] flip(byte[] bytes, int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }

  private static Verification check(Dialect dialect, String... headers) {
    return SignatureScheme.of(dialect).verify(TestHeaders.of(headers), BODY, KEYS, 0);
  }
}
