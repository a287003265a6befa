package dev.signalbox.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.timeline.Ids;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTextTests {

  private final Random random = new Random(505);
  private final Ids ids =
      new Ids() {
        @Override
        public UUID uuid() {
          return new UUID(random.nextLong(), random.nextLong());
        }

        @Override
        public byte[] secret(int bytes) {
          byte[] secret = new byte[bytes];
          random.nextBytes(secret);
          return secret;
        }
      };

  @Test
  void readsBackWhatItMade() {
    for (int i = 0; i < 1_000; i++) {
      TokenText token = TokenText.fresh(ids);
      assertThat(token.text()).matches("sbx_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}_[0-9a-f]{8}");
      assertThat(TokenText.parse(token.text())).contains(token);
    }
  }

  @Test
  void keepsItsFormForTheSmallestAndLargestSecret() {
    for (byte fill : new byte[] {0, (byte) 0xff}) {
      Ids constant =
          new Ids() {
            @Override
            public UUID uuid() {
              return new UUID(fill, fill);
            }

            @Override
            public byte[] secret(int bytes) {
              byte[] secret = new byte[bytes];
              Arrays.fill(secret, fill);
              return secret;
            }
          };
      TokenText token = TokenText.fresh(constant);
      assertThat(TokenText.parse(token.text())).contains(token);
    }
  }

  @Test
  void refusesEverySingleChangedCharacter() {
    String text = TokenText.fresh(ids).text();
    for (int at = 0; at < text.length(); at++) {
      char other = text.charAt(at) == 'a' ? 'b' : 'a';
      String changed = text.substring(0, at) + other + text.substring(at + 1);
      assertThat(TokenText.parse(changed)).as(changed).isEmpty();
    }
  }

  @Test
  void refusesEveryPrefixAndItsOwnHash() {
    TokenText token = TokenText.fresh(ids);
    for (int length = 0; length < token.text().length(); length++) {
      assertThat(TokenText.parse(token.text().substring(0, length))).isEmpty();
    }
    assertThat(TokenText.parse(HexFormat.of().formatHex(token.hash()))).isEmpty();
    assertThat(TokenText.parse("sbx_" + HexFormat.of().formatHex(token.hash()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "sbx_", "sbx___", "Bearer", "sbx_a_b_c\n"})
  void refusesWhatIsNoToken(String text) {
    assertThat(TokenText.parse(text)).isEmpty();
  }

  @Test
  void neverPrintsItsSecret() {
    TokenText token = TokenText.fresh(ids);
    assertThat(token.toString()).doesNotContain(token.secret()).contains(token.publicId());
  }
}
