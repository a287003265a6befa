package dev.signalbox.validation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.validation.ValidationSettings;
import dev.signalbox.validation.dispatch.TargetUrl;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedNetworksTests {

  private static final AllowedNetworks LOOPBACK = networks("127.0.0.0/8", "::1/128");
  private static final AllowedNetworks PUBLIC_BLOCK = networks("198.51.100.0/24");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "169.254.169.254",
        "[::ffff:10.0.0.1]",
        "[::ffff:a9fe:a9fe]",
        "10.0.0.1",
        "100.64.0.1",
        "[fe80::1]",
        "[64:ff9b::7f00:1]",
        "[::]",
        "2852039166",
        "192.168.1.1"
      })
  void refusesWhatIsNotListed(String host) throws UnknownHostException {
    assertThat(allows(LOOPBACK, host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.10",
        "[::1]",
        "localhost",
        "localhost.",
        "2130706433",
        "127.1",
        "[::ffff:127.0.0.1]"
      })
  void refusesEveryFormOfLoopbackWhereItIsNotListed(String host) {
    assertThat(allows(PUBLIC_BLOCK, host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.255.255.255", "[::1]", "[::ffff:127.0.0.1]"})
  void allowsWhatIsListed(String host) {
    assertThat(allows(LOOPBACK, host)).isTrue();
  }

  @Test
  void knowsBothSidesOfABlocksBorder() {
    AllowedNetworks odd = networks("10.20.48.0/21");
    assertThat(allows(odd, "10.20.47.255")).isFalse();
    assertThat(allows(odd, "10.20.48.0")).isTrue();
    assertThat(allows(odd, "10.20.55.255")).isTrue();
    assertThat(allows(odd, "10.20.56.0")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "example.org/8", "/8", "::/129"})
  void refusesToStartWithWhatIsNoBlock(String cidr) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> networks(cidr))
        .withMessageContaining(cidr);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://127.0.0.1/x",
        "file:///etc/passwd",
        "http://user@127.0.0.1/",
        "http://user:secret@127.0.0.1/",
        "http://10.0.0.1@127.0.0.1/",
        "//127.0.0.1/",
        "http:///x",
        "http://127.0.0.1:0/",
        "http://127.0.0.1:70000/",
        "http://127.0.0.1/#part",
        "http://127.0.0.1/a b",
        "http://[::1%25lo]@x/",
        "nothing"
      })
  void refusesAddressesOfTheWrongForm(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> TargetUrl.check(url));
  }

  /** A host that cannot be resolved cannot be called either. */
  private static boolean allows(AllowedNetworks networks, String host) {
    try {
      return networks.allow(host);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static AllowedNetworks networks(String... cidrs) {
    Duration second = Duration.ofSeconds(1);
    return new AllowedNetworks(
        new ValidationSettings(
            true, second, 4, second, second, List.of(cidrs), second, second, second, 2));
  }
}
