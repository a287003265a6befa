package dev.signalbox.webhook.inbox;

import dev.signalbox.webhook.Dialect;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bodies are taken. A bare JUnit report names its attempt in a header, and headers are not
 * signed; so it is taken only where the signed id of the delivery contains the attempt too.
 */
final class BodyKind {

  static final String ATTEMPT = "X-Signalbox-Attempt";

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private BodyKind() {}

  static boolean isTaken(Dialect dialect, IncomingCall call) {
    return switch (call.mediaType()) {
      case "application/json" -> true;
      case "application/xml", "text/xml" ->
          dialect == Dialect.STANDARD_WEBHOOKS && call.header(ATTEMPT) != null;
      default -> false;
    };
  }

  /** What is wrong with an authentic body, for its sender; empty if nothing is. */
  static Optional<String> defect(IncomingCall call, byte[] body, @Nullable String deliveryId) {
    if (call.mediaType().equals("application/json")) {
      return StrictJson.defect(body);
    }
    String attempt = attempt(call);
    if (attempt == null) {
      return Optional.of(ATTEMPT + " is not a UUID.");
    }
    return deliveryId != null && deliveryId.toLowerCase(Locale.ROOT).contains(attempt)
        ? Optional.empty()
        : Optional.of("The signed webhook-id must contain the attempt of " + ATTEMPT + ".");
  }

  /** The attempt that the header names, in its one spelling, or null. */
  static @Nullable String attempt(IncomingCall call) {
    String sent = call.header(ATTEMPT);
    if (sent == null || !UUID_FORM.matcher(sent.toLowerCase(Locale.ROOT)).matches()) {
      return null;
    }
    return UUID.fromString(sent).toString();
  }
}
