package dev.signalbox.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.timeline.Ids;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBoxTests {

  private static final byte[] SECRET = "whsec_signal".getBytes(UTF_8);

  private static final Random RANDOM = new Random(22);
  private static final Ids IDS =
      new Ids() {
        @Override
        public UUID uuid() {
          return new UUID(RANDOM.nextLong(), RANDOM.nextLong());
        }

        @Override
        public byte[] secret(int bytes) {
          byte[] secret = new byte[bytes];
          RANDOM.nextBytes(secret);
          return secret;
        }
      };

  private final SecretBox box = new SecretBox(key(1), IDS);

  @Test
  void opensWhatItSealed() {
    assertThat(box.open(box.seal(SECRET))).isEqualTo(SECRET);
    assertThat(box.open(box.seal(new byte[0]))).isEmpty();
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    assertThat(box.seal(SECRET)).isNotEqualTo(box.seal(SECRET));
  }

  @Test
  void refusesEveryChangedByte() {
    byte[] sealed = box.seal(SECRET);
    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThatIllegalArgumentException().as("byte %d", at).isThrownBy(() -> box.open(changed));
    }
  }

  @Test
  void refusesWhatAnotherKeySealedAndWhatIsTooShort() {
    byte[] foreign = new SecretBox(key(2), IDS).seal(SECRET);
    assertThatIllegalArgumentException().isThrownBy(() -> box.open(foreign));
    assertThatIllegalArgumentException().isThrownBy(() -> box.open(new byte[28]));
  }

  @Test
  void takesNoKeyOfAnotherLength() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SecretBox(new byte[31], IDS));
    assertThatIllegalArgumentException().isThrownBy(() -> new SecretBox(new byte[33], IDS));
  }

  private static byte[] key(int first) {
    byte[] key = new byte[SecretBox.KEY_BYTES];
    key[0] = (byte) first;
    return key;
  }
}
