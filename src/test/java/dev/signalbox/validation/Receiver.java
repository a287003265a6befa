package dev.signalbox.validation;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small CI system: takes dispatches, verifies them with the reference library, answers as told.
 */
public final class Receiver implements AutoCloseable {

  public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /** The status that makes it hang up without an answer. */
  public static final int HANG_UP = -1;

  private final HttpServer server;
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final List<Dispatched> taken = new CopyOnWriteArrayList<>();

  /** What it shall answer next; without any it answers 202 and no body. */
  public record Reply(int status, Map<String, String> headers, String body) {}

  /** What came in, and whether its signature was good. */
  public record Dispatched(String id, JsonNode message, boolean verified) {}

  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/dispatch", this::take);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/dispatch";
  }

  public Receiver answering(int status, String body) {
    replies.add(new Reply(status, Map.of(), body));
    return this;
  }

  public Receiver answering(int status, Map<String, String> headers) {
    replies.add(new Reply(status, headers, ""));
    return this;
  }

  public List<Dispatched> taken() {
    return taken;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String text = new String(body, StandardCharsets.UTF_8);
      taken.add(
          new Dispatched(
              exchange.getRequestHeaders().getFirst("webhook-id"),
              JsonMapper.shared().readTree(body),
              isVerified(text, exchange)));
      Reply reply = replies.poll();
      if (reply == null) {
        reply = new Reply(202, Map.of(), "");
      }
      if (reply.status() != HANG_UP) {
        byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
      }
    }
  }

  private static boolean isVerified(String body, HttpExchange exchange) {
    try {
      Map<String, List<String>> headers =
          Map.of(
              "webhook-id", exchange.getRequestHeaders().get("webhook-id"),
              "webhook-timestamp", exchange.getRequestHeaders().get("webhook-timestamp"),
              "webhook-signature", exchange.getRequestHeaders().get("webhook-signature"));
      new Webhook(SECRET).verify(body, headers);
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
