package dev.signalbox.webhook.apply;

/** How a delivery can end. */
enum Settled {
  APPLIED,
  IGNORED,
  REFUSED_CONTENT,
  DEAD
}
