package dev.signalbox.webhook.apply;

import dev.signalbox.webhook.Dialect;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it lies in the inbox.
 *
 * @param headers those that were kept, names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // a row of the database, never compared
record StoredDelivery(
    long id,
    String project,
    String sourceName,
    Dialect dialect,
    Map<String, String> headers,
    String contentType,
    byte[] body,
    int attempts) {

  /** Where a result of this delivery comes from, in the words of the history. */
  String origin() {
    return "hook:" + sourceName + " delivery " + id;
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }
}
