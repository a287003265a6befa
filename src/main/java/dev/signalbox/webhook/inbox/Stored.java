package dev.signalbox.webhook.inbox;

/** What became of a delivery that was handed to the inbox. */
enum Stored {
  /** It is durable now and will be applied. */
  NEW,
  /** The same bytes are here under this id already. */
  ALREADY_HERE,
  /** Other bytes are here under this id. */
  ID_REUSED
}
