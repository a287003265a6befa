package dev.signalbox.validation.adapter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A CI system made up for tests. What it does is for the subclass; how the next calls go wrong is
 * for the test.
 */
public abstract class Provider implements AutoCloseable {

  private final HttpServer server;
  private final Queue<Optional<Fault>> faults = new ConcurrentLinkedQueue<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /**
   * One request.
   *
   * @param path decoded segment by segment, as {@code /} inside a segment stays {@code %2F}
   */
  public record Asked(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      String body) {}

  record Said(int status, Map<String, String> headers, String body) {
    static Said json(int status, String body) {
      return new Said(status, Map.of("Content-Type", "application/json"), body);
    }

    static Said nothing(int status) {
      return new Said(status, Map.of(), "");
    }
  }

  /**
   * How one call goes wrong.
   *
   * @param works whether the call does its work all the same
   * @param said instead of the proper answer; null hangs up
   */
  private record Fault(boolean works, @Nullable Said said) {}

  Provider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  /** Does what the real system would. */
  abstract Said answer(Asked request);

  public final String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public final List<Asked> asked() {
    return asked;
  }

  /** The next call is not done, and answered so. */
  public final void refuseNext(int status, Map<String, String> headers) {
    faults.add(Optional.of(new Fault(false, new Said(status, headers, "{\"message\":\"no\"}"))));
  }

  /** The next call is cut off before anything is done. */
  public final void hangUpBeforeNext() {
    faults.add(Optional.of(new Fault(false, null)));
  }

  /** The next call is done, but whoever called never learns of it. */
  public final void hangUpAfterNext() {
    faults.add(Optional.of(new Fault(true, null)));
  }

  /** As {@link #hangUpAfterNext}, for the call after so many others. */
  final void hangUpAfter(int others) {
    for (int other = 0; other < others; other++) {
      faults.add(Optional.empty());
    }
    hangUpAfterNext();
  }

  /** The next call is done, but answered as if the server had failed. */
  public final void failAfterNext(int status) {
    faults.add(Optional.of(new Fault(true, Said.nothing(status))));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked request = read(exchange);
      asked.add(request);
      Optional<Fault> next = faults.poll();
      Fault fault = next == null ? null : next.orElse(null);
      Said said = fault == null || fault.works() ? answer(request) : fault.said();
      if (fault != null && fault.works()) {
        said = fault.said();
      }
      if (said != null) {
        byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
        said.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static Asked read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return new Asked(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query(exchange.getRequestURI().getRawQuery()),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
