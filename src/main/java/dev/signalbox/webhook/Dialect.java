package dev.signalbox.webhook;

/** How a source signs and what its events look like. */
public enum Dialect {
  /** Standard Webhooks 1.0.0: id, time and body are signed; the body is our result document. */
  STANDARD_WEBHOOKS,
  /** {@code X-Hub-Signature-256} over the body; Actions events. */
  GITHUB,
  /** {@code X-Gitea-Signature}, bare hex over the body. */
  GITEA,
  /** {@code X-Forgejo-Signature}, bare hex over the body. */
  FORGEJO
}
