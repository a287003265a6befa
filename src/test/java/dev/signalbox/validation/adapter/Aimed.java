package dev.signalbox.validation.adapter;

import dev.signalbox.access.SecretBox;
import dev.signalbox.timeline.Ids;
import dev.signalbox.validation.Adapter;
import dev.signalbox.validation.JobTarget;
import dev.signalbox.validation.ValidationSettings;
import dev.signalbox.validation.dispatch.Aim;
import dev.signalbox.validation.dispatch.Dispatch;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What contract tests of adapters share: calls with real sockets, and attempts to send. */
final class Aimed {

  static final Clock CLOCK = Clock.systemUTC();
  private static final SecretBox SECRETS =
      new SecretBox(new byte[SecretBox.KEY_BYTES], new RandomIds());

  private Aimed() {}

  /** Random as in the product. */
  private static final class RandomIds implements Ids {
    private final SecureRandom random = new SecureRandom();

    @Override
    public UUID uuid() {
      return UUID.randomUUID();
    }

    @Override
    public byte[] secret(int bytes) {
      byte[] secret = new byte[bytes];
      random.nextBytes(secret);
      return secret;
    }
  }

  static Calls calls() {
    ValidationSettings settings = settings(Duration.ofSeconds(2));
    return new Calls(
        new AllowedNetworks(settings), new CallSlots(settings), new Breakers(CLOCK), settings);
  }

  static ValidationSettings settings(Duration callTimeout) {
    Duration second = Duration.ofSeconds(1);
    return new ValidationSettings(
        true, second, 10, second, second, List.of("127.0.0.0/8"), second, callTimeout, second, 4);
  }

  static Rest rest() {
    return new Rest(calls(), SECRETS, JsonMapper.shared());
  }

  static Aim at(Adapter adapter, String url, String token, Map<String, String> settings) {
    JobTarget target = new JobTarget(adapter, url, settings, token);
    return new Aim(adapter, url, target.settings(), SECRETS.seal(adapter.key(token)));
  }

  /** An attempt that was claimed so long ago, and is called so there. */
  static Dispatch attempt(Duration age, @Nullable String externalId) {
    return attempt(UUID.randomUUID(), age, externalId);
  }

  static Dispatch attempt(UUID id, Duration age, @Nullable String externalId) {
    return new Dispatch(
        id,
        1,
        7,
        "train",
        "nightly",
        null,
        Map.of("branch", "release/5"),
        null,
        Instant.now().minus(age),
        age,
        externalId);
  }
}
