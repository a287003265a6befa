package dev.signalbox.validation.adapter;

import dev.signalbox.access.SecretBox;
import dev.signalbox.validation.Adapter;
import dev.signalbox.validation.dispatch.Aim;
import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.Dispatch;
import dev.signalbox.validation.dispatch.Sighting;
import dev.signalbox.validation.dispatch.SigningSecret;
import dev.signalbox.validation.dispatch.Target;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Posts a dispatch, signed with Standard Webhooks 1.0.0. The message id is the attempt's, so that a
 * receiver that gets it twice knows. The receiver reports by itself and cannot be asked.
 */
@Component
class SignedHttpTarget implements Target {

  private final Calls calls;
  private final DispatchMessage messages;
  private final SecretBox secrets;
  private final Clock clock;

  SignedHttpTarget(Calls calls, DispatchMessage messages, SecretBox secrets, Clock clock) {
    this.calls = calls;
    this.messages = messages;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public Adapter adapter() {
    return Adapter.SIGNED_HTTP;
  }

  @Override
  public Answer send(Dispatch dispatch, Aim aim) {
    byte[] body = messages.write(dispatch);
    String id = dispatch.attempt().toString();
    long timestamp = clock.instant().getEpochSecond();
    String signature = SigningSecret.sign(secrets.open(aim.sealedSecret()), id, timestamp, body);
    Reply reply =
        calls.make(
            aim.url(),
            request ->
                request
                    .header("Content-Type", "application/json")
                    .header("webhook-id", id)
                    .header("webhook-timestamp", Long.toString(timestamp))
                    .header("webhook-signature", signature)
                    .POST(BodyPublishers.ofByteArray(body)));
    return Answers.of(reply, clock.instant(), answer -> messages.taken(answer.body()));
  }

  @Override
  public Sighting look(Dispatch dispatch, Aim aim) {
    return new Sighting.Unseen("a receiver of signed calls cannot be asked", null);
  }

  @Override
  public boolean stop(Dispatch dispatch, Aim aim) {
    return true; // Standard Webhooks has no word for it; what a fenced attempt reports is late
  }
}
