package dev.signalbox.webhook.signature;

import org.jspecify.annotations.Nullable;

/** What a signature scheme says of a delivery. */
public sealed interface Verification {

  /**
   * Signed by one of the active secrets.
   *
   * @param deliveryId as the sender calls it; null where the sender gave none
   * @param keyId which secret it was, for the audit row only
   */
  record Authentic(@Nullable String deliveryId, String keyId) implements Verification {}

  /** Not to be believed. */
  record Unauthentic(Refusal refusal) implements Verification {}
}
