package dev.signalbox.validation.dispatch;

import dev.signalbox.access.SecretBox;
import dev.signalbox.validation.ValidationSettings;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts a dispatch, signed with Standard Webhooks 1.0.0, to an address within the allowed networks.
 * Redirects are not followed. The message id is the attempt's, so that a receiver that gets it
 * twice knows.
 */
@Component
class SignedHttpTarget implements Target {

  private static final int MAX_ANSWER_BYTES = 64 * 1024;
  private static final Duration NO_SLOT_WAIT = Duration.ofSeconds(1);

  private final AllowedNetworks networks;
  private final CallSlots slots;
  private final DispatchMessage messages;
  private final SecretBox secrets;
  private final Clock clock;
  private final Duration callTimeout;
  private final HttpClient client;

  SignedHttpTarget(
      AllowedNetworks networks,
      CallSlots slots,
      DispatchMessage messages,
      SecretBox secrets,
      Clock clock,
      ValidationSettings settings) {
    this.networks = networks;
    this.slots = slots;
    this.messages = messages;
    this.secrets = secrets;
    this.clock = clock;
    this.callTimeout = settings.callTimeout();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  @Override
  public Answer send(Dispatch dispatch) {
    String url = dispatch.url();
    byte[] sealed = dispatch.sealedSecret();
    if (url == null || sealed == null) {
      return new Answer.Taken(null, null);
    }
    URI uri;
    try {
      uri = TargetUrl.check(url);
      if (!networks.allow(uri.getHost())) {
        return forbidden("the target's address is in no allowed network");
      }
    } catch (IllegalArgumentException e) {
      return forbidden(String.valueOf(e.getMessage()));
    } catch (UnknownHostException e) {
      return new Answer.Postponed("the target's host is not known", null);
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (!slots.take(host)) {
      return new Answer.Postponed("other calls to this host are under way", NO_SLOT_WAIT);
    }
    try {
      return call(request(uri, dispatch, secrets.open(sealed)));
    } finally {
      slots.release(host);
    }
  }

  private static Answer forbidden(String words) {
    return new Answer.Refused("TARGET_FORBIDDEN", words, false);
  }

  private HttpRequest request(URI uri, Dispatch dispatch, byte[] key) {
    byte[] body = messages.write(dispatch);
    String id = dispatch.attempt().toString();
    long timestamp = clock.instant().getEpochSecond();
    return HttpRequest.newBuilder(uri)
        .timeout(callTimeout)
        .header("Content-Type", "application/json")
        .header("User-Agent", "signalbox")
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(timestamp))
        .header("webhook-signature", SigningSecret.sign(key, id, timestamp, body))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private Answer call(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
    try {
      return answer(response.get(callTimeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return new Answer.Ambiguous("no whole answer within " + callTimeout.toSeconds() + " s");
    } catch (ExecutionException e) {
      return failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Ambiguous("stopped while the call was under way");
    } finally {
      response.cancel(true);
    }
  }

  /** Only a connection that never came to be proves that nothing was sent. */
  static Answer failure(@Nullable Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException e ->
          new Answer.Postponed("the target did not take the connection in time", null);
      case ConnectException e -> new Answer.Postponed("the target takes no connection", null);
      case SSLHandshakeException e ->
          new Answer.Postponed("no TLS with the target: certificate or protocol", null);
      case IOException e -> new Answer.Ambiguous("the connection broke after the call was sent");
      case null, default -> new Answer.Ambiguous("the call failed after it was begun");
    };
  }

  private Answer answer(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    String words = "the target answered " + status;
    return switch (status) {
      case 200, 201, 202, 203, 204, 205, 206, 207, 208, 226 -> messages.taken(response.body());
      case 429 -> new Answer.Postponed(words, RetryAfter.of(response, clock));
      case 503 -> unavailable(response, words);
      case 400, 401, 403, 404, 410 -> new Answer.Refused("REFUSED", words, false);
      default ->
          status >= 500
              ? new Answer.Ambiguous(words)
              : new Answer.Refused("REFUSED", words, status >= 400);
    };
  }

  /** A proxy says 503 too, of a call that its upstream may have taken; it names no wait. */
  private Answer unavailable(HttpResponse<byte[]> response, String words) {
    return response.headers().firstValue("Retry-After").isPresent()
        ? new Answer.Postponed(words, RetryAfter.of(response, clock))
        : new Answer.Ambiguous(words);
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }
}
