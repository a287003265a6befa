package dev.signalbox.validation.adapter;

import dev.signalbox.validation.ValidationSettings;
import dev.signalbox.validation.adapter.Reply.Answered;
import dev.signalbox.validation.adapter.Reply.Broken;
import dev.signalbox.validation.adapter.Reply.Forbidden;
import dev.signalbox.validation.adapter.Reply.NotSent;
import dev.signalbox.validation.dispatch.TargetUrl;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calls of targets: within the allowed networks, a few at a time for each host, not at all while a
 * host only fails, bounded in time and bytes. Redirects are not followed.
 */
@Component
class Calls {

  private static final int MAX_ANSWER_BYTES = 1024 * 1024;
  private static final Duration NO_SLOT_WAIT = Duration.ofSeconds(1);

  private final AllowedNetworks networks;
  private final CallSlots slots;
  private final Breakers breakers;
  private final Duration callTimeout;
  private final HttpClient client;

  Calls(AllowedNetworks networks, CallSlots slots, Breakers breakers, ValidationSettings settings) {
    this.networks = networks;
    this.slots = slots;
    this.breakers = breakers;
    this.callTimeout = settings.callTimeout();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  /** Makes one call; {@code filled} adds the method, headers and body. Never throws. */
  Reply make(String url, UnaryOperator<HttpRequest.Builder> filled) {
    URI uri;
    try {
      uri = TargetUrl.check(url);
      if (!networks.allow(uri.getHost())) {
        return new Forbidden("the target's address is in no allowed network");
      }
    } catch (IllegalArgumentException e) {
      return new Forbidden(String.valueOf(e.getMessage()));
    } catch (UnknownHostException e) {
      return new NotSent("the target's host is not known", null);
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT) + ":" + uri.getPort();
    return inASlot(
        host,
        filled
            .apply(HttpRequest.newBuilder(uri).header("User-Agent", "signalbox"))
            .timeout(callTimeout)
            .build());
  }

  private Reply inASlot(String host, HttpRequest request) {
    if (!slots.take(host)) {
      return new NotSent("other calls to this host are under way", NO_SLOT_WAIT);
    }
    try {
      Duration pause = breakers.refusal(host);
      if (pause != null) {
        return new NotSent("this host only failed of late and is not called for a while", pause);
      }
      Reply reply = call(request);
      if (isFailure(reply)) {
        breakers.failed(host);
      } else {
        breakers.succeeded(host);
      }
      return reply;
    } finally {
      slots.release(host);
    }
  }

  private static boolean isFailure(Reply reply) {
    return !(reply instanceof Answered answered) || answered.status() >= 500;
  }

  private Reply call(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
    try {
      HttpResponse<byte[]> answer = response.get(callTimeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Answered(answer.statusCode(), answer.headers(), answer.body());
    } catch (TimeoutException e) {
      return new Broken("no whole answer within " + callTimeout.toSeconds() + " s");
    } catch (ExecutionException e) {
      return failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Broken("stopped while the call was under way");
    } finally {
      response.cancel(true);
    }
  }

  /** Only a connection that never came to be proves that nothing was sent. */
  static Reply failure(@Nullable Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException e ->
          new NotSent("the target did not take the connection in time", null);
      case ConnectException e -> new NotSent("the target takes no connection", null);
      case SSLHandshakeException e ->
          new NotSent("no TLS with the target: certificate or protocol", null);
      case IOException e -> new Broken("the connection broke after the call was sent");
      case null, default -> new Broken("the call failed after it was begun");
    };
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }
}
