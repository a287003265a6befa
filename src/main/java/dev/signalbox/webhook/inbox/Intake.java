package dev.signalbox.webhook.inbox;

import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import dev.signalbox.webhook.signature.Refusal;
import dev.signalbox.webhook.signature.Verification;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Stores authentic deliveries, once each. */
@Component
class Intake {

  /** What says how to read the body; never a signature, never a credential. */
  private static final List<String> KEPT =
      List.of(
          "user-agent", "webhook-timestamp", "x-github-event", "x-gitea-event", "x-forgejo-event");

  private static final int MAX_HEADER = 300;

  private final Inbox inbox;
  private final Timeline timeline;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final Counter accepted;
  private final Counter duplicate;

  Intake(
      Inbox inbox,
      Timeline timeline,
      PlatformTransactionManager transactions,
      JsonMapper json,
      MeterRegistry meters) {
    this.inbox = inbox;
    this.timeline = timeline;
    this.transaction = new TransactionTemplate(transactions);
    this.json = json;
    this.accepted = DeliveryMeter.counter(meters, "accepted");
    this.duplicate = DeliveryMeter.counter(meters, "duplicate");
  }

  Received store(
      KnownSource source, IncomingCall call, byte[] body, Verification.Authentic authentic) {
    Optional<String> defect = BodyKind.defect(call, body, authentic.deliveryId());
    if (defect.isPresent()) {
      return new Received.Refused(Refusal.UNREADABLE, defect.get());
    }
    byte[] digest = sha256(body);
    String id = authentic.deliveryId();
    NewDelivery delivery =
        new NewDelivery(
            source.id(),
            id == null ? "sha256:" + HexFormat.of().formatHex(digest) : id,
            digest,
            headers(call),
            call.mediaType(),
            body,
            Long.parseLong(authentic.keyId()));
    Optional<Stored> stored = inbox.store(delivery);
    if (stored.isEmpty()) {
      return new Received.Refused(Refusal.TOO_MANY, "");
    }
    return switch (stored.get()) {
      case NEW -> {
        accepted.increment();
        yield new Received.Accepted();
      }
      case ALREADY_HERE -> {
        duplicate.increment();
        yield new Received.AlreadyHere();
      }
      case ID_REUSED -> {
        raiseAlarm(source, delivery);
        yield new Received.Refused(
            Refusal.ID_REUSED, "This delivery id was used before, with another body.");
      }
    };
  }

  private void raiseAlarm(KnownSource source, NewDelivery delivery) {
    transaction.executeWithoutResult(
        status ->
            timeline.record(
                new Recordable(
                    source.project(),
                    Actor.machine("hook:" + source.name()),
                    "delivery.refused",
                    "delivery",
                    delivery.deliveryId(),
                    null,
                    Map.of(
                        "reason", Refusal.ID_REUSED.name(),
                        "digest", HexFormat.of().formatHex(delivery.digest())))));
  }

  private String headers(IncomingCall call) {
    Map<String, String> kept = new TreeMap<>();
    for (String name : KEPT) {
      String value = call.header(name);
      if (value != null) {
        kept.put(name, value.length() > MAX_HEADER ? value.substring(0, MAX_HEADER) : value);
      }
    }
    String attempt = BodyKind.attempt(call);
    if (attempt != null) {
      kept.put("x-signalbox-attempt", attempt);
    }
    return json.writeValueAsString(kept);
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
