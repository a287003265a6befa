package dev.signalbox.webhook;

import java.util.Map;

/**
 * A delivery whole, for administrators.
 *
 * @param digest SHA-256 of the body, in hex
 * @param body the bytes as they came, in base64
 */
public record DeliveryDetail(
    DeliveryView delivery, Map<String, String> headers, String digest, String body) {}
