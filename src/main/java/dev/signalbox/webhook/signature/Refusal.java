package dev.signalbox.webhook.signature;

/**
 * Why a delivery was turned away. The sender never learns which; administrators read the hint in
 * the refusals of the source.
 */
public enum Refusal {
  MISSING_SIGNATURE("The signature header of this dialect was not sent, or was empty."),
  MALFORMED_SIGNATURE("The signature header has another form than this dialect's."),
  UNSUPPORTED_VERSION("Only v1 signatures are taken here; none was sent."),
  MISMATCH(
      "Well formed, but no active secret gives this signature: the raw bytes differ from those that"
          + " were signed (was the JSON written anew?), or the secret is another."),
  MALFORMED_ID("The delivery id is missing or has characters that an id has not."),
  MALFORMED_TIMESTAMP("The timestamp is missing or is not plain seconds since 1970."),
  OUTSIDE_TOLERANCE("Signed more than five minutes before or after the time of the database."),
  NO_SECRET("The source has no active secret, so nothing can be accepted."),
  ID_REUSED("An id that was delivered before came with another body."),
  TOO_LARGE("The body is larger than signalbox.webhook.max-bytes."),
  TOO_SLOW("The body did not arrive within signalbox.webhook.body-timeout."),
  ENCODED("Compressed bodies are not taken."),
  MEDIA_TYPE("Only application/json is taken, and application/xml for JUnit reports."),
  UNREADABLE("Authentic, but the body is not strict JSON."),
  TOO_MANY("More deliveries at once than signalbox.webhook.permits.");

  private final String hint;

  Refusal(String hint) {
    this.hint = hint;
  }

  /** What an administrator should look at. */
  public String hint() {
    return hint;
  }
}
