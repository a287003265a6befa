package dev.signalbox.webhook;

/**
 * A secret that was just made.
 *
 * @param secret shown this once
 * @param version of the source now
 */
public record NewSecret(String secret, long version) {}
