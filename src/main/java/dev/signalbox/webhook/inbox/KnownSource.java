package dev.signalbox.webhook.inbox;

import dev.signalbox.webhook.Dialect;
import dev.signalbox.webhook.signature.SigningKey;
import java.util.List;

/**
 * A source as the inbox knows it for a moment.
 *
 * @param keys with the time at which each stops counting
 * @param loadedNanos monotonic time at which it was read
 */
record KnownSource(
    String id, String project, String name, Dialect dialect, List<Key> keys, long loadedNanos) {

  /** The secrets that count at this time of the database. */
  List<SigningKey> active(long millis) {
    return keys.stream().filter(key -> millis < key.untilMillis).map(Key::key).toList();
  }

  /** One secret; {@code untilMillis} is {@link Long#MAX_VALUE} unless it is retiring. */
  record Key(SigningKey key, long untilMillis) {}
}
