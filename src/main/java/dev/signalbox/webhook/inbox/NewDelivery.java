package dev.signalbox.webhook.inbox;

/**
 * An authentic delivery that is not stored yet.
 *
 * @param headers JSON object of the headers worth keeping
 * @param secret id of the secret that it was signed with
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the database, never compared
record NewDelivery(
    String source,
    String deliveryId,
    byte[] digest,
    String headers,
    String contentType,
    byte[] body,
    long secret) {

  /** What must be unique. */
  Key key() {
    return new Key(source, deliveryId);
  }

  /** The id of a delivery within its source. */
  record Key(String source, String deliveryId) {}
}
