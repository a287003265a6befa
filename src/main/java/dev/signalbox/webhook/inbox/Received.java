package dev.signalbox.webhook.inbox;

import dev.signalbox.webhook.signature.Refusal;

/** What became of a call to a hook. */
public sealed interface Received {

  /** Stored durably; applied soon. */
  record Accepted() implements Received {}

  /** The same delivery is here already; no effect. */
  record AlreadyHere() implements Received {}

  /** There is no such source, or it is switched off. */
  record NoSuchSource() implements Received {}

  /** Turned away; {@code detail} is for the sender where the call was authentic, else empty. */
  record Refused(Refusal refusal, String detail) implements Received {}
}
