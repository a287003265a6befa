package dev.signalbox.webhook.inbox;

import dev.signalbox.webhook.WebhookSettings;
import dev.signalbox.webhook.signature.Refusal;
import dev.signalbox.webhook.signature.SignatureScheme;
import dev.signalbox.webhook.signature.Verification;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * The way of a call from the door to the inbox, each step cheap enough for a stranger: known
 * source, room, size, form, raw bytes, signature, content, one durable row.
 */
@Component
public class Reception {

  private final KnownSources sources;
  private final DatabaseClock clock;
  private final Intake intake;
  private final Refusals refusals;
  private final WebhookSettings settings;
  private final Map<String, Semaphore> permits = new ConcurrentHashMap<>();

  Reception(
      KnownSources sources,
      DatabaseClock clock,
      Intake intake,
      Refusals refusals,
      WebhookSettings settings) {
    this.sources = sources;
    this.clock = clock;
    this.intake = intake;
    this.refusals = refusals;
    this.settings = settings;
  }

  /** Takes one call; whatever is not accepted is counted. */
  public Received take(String sourceId, IncomingCall call) throws IOException {
    Optional<KnownSource> known = sources.find(sourceId);
    if (known.isEmpty()) {
      return new Received.NoSuchSource();
    }
    KnownSource source = known.get();
    Semaphore room = permits.computeIfAbsent(source.id(), id -> new Semaphore(settings.permits()));
    if (!room.tryAcquire()) {
      return refuse(source, Refusal.TOO_MANY, "");
    }
    try {
      return within(source, call);
    } finally {
      room.release();
    }
  }

  private Received within(KnownSource source, IncomingCall call) throws IOException {
    if (source.active(clock.millis()).isEmpty()) {
      return refuse(source, Refusal.NO_SECRET, "");
    }
    if (call.declaredLength() > settings.maxBytes()) {
      return refuse(source, Refusal.TOO_LARGE, "");
    }
    if (call.isEncoded()) {
      return refuse(source, Refusal.ENCODED, "");
    }
    if (!BodyKind.isTaken(source.dialect(), call)) {
      return refuse(source, Refusal.MEDIA_TYPE, "");
    }
    return switch (BoundedBody.read(call.body(), settings.maxBytes(), settings.bodyTimeout())) {
      case BoundedBody.Outcome.TooLarge tooLarge -> refuse(source, Refusal.TOO_LARGE, "");
      case BoundedBody.Outcome.TooSlow tooSlow -> refuse(source, Refusal.TOO_SLOW, "");
      case BoundedBody.Outcome.Whole(byte[] body) -> verified(source, call, body);
    };
  }

  private Received verified(KnownSource source, IncomingCall call, byte[] body) {
    Verification verdict = verify(source, call, body);
    if (verdict instanceof Verification.Unauthentic(Refusal refusal)
        && refusal == Refusal.MISMATCH) {
      verdict = sources.lookAgain(source).map(newer -> verify(newer, call, body)).orElse(verdict);
    }
    return switch (verdict) {
      case Verification.Unauthentic(Refusal refusal) -> refuse(source, refusal, "");
      case Verification.Authentic authentic ->
          switch (intake.store(source, call, body, authentic)) {
            case Received.Refused(Refusal refusal, String detail) ->
                refuse(source, refusal, detail);
            case Received stored -> stored;
          };
    };
  }

  private Verification verify(KnownSource source, IncomingCall call, byte[] body) {
    long now = clock.millis();
    return SignatureScheme.of(source.dialect())
        .verify(call, body, source.active(now), Math.floorDiv(now, 1_000L));
  }

  private Received refuse(KnownSource source, Refusal refusal, String detail) {
    refusals.note(source.id(), refusal);
    return new Received.Refused(refusal, detail);
  }
}
