package dev.signalbox.webhook;

/**
 * A source that was just made.
 *
 * @param secret shown this once
 */
public record NewSource(String id, String path, String secret) {}
