import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The smallest CI system: takes a dispatch that Signalbox signed, "runs" it, and posts a signed
 * result back. One file, nothing but a JDK:
 *
 * <pre>java examples/Receiver.java PORT JOB_SECRET HOOK_URL HOOK_SECRET</pre>
 *
 * Both secrets have the form {@code whsec_...} and were shown once when the job's target and the
 * source were made. Signatures are Standard Webhooks 1.0.0 both ways.
 */
public final class Receiver {

  private static final int MAX_BODY = 64 * 1024;
  private static final Pattern ATTEMPT = Pattern.compile("\"attempt\"\\s*:\\s*\"([0-9a-f-]{36})\"");

  private final byte[] jobSecret;
  private final URI hook;
  private final byte[] hookSecret;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private Receiver(String jobSecret, String hook, String hookSecret) {
    this.jobSecret = key(jobSecret);
    this.hook = URI.create(hook);
    this.hookSecret = key(hookSecret);
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 4) {
      System.err.println("usage: java examples/Receiver.java PORT JOB_SECRET HOOK_URL HOOK_SECRET");
      System.exit(2);
    }
    Receiver receiver = new Receiver(args[1], args[2], args[3]);
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 16);
    server.createContext("/", receiver::receive);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    System.out.println("waiting for dispatches on http://127.0.0.1:" + args[0] + "/");
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    String time = exchange.getRequestHeaders().getFirst("webhook-timestamp");
    String given = exchange.getRequestHeaders().getFirst("webhook-signature");
    Matcher attempt = ATTEMPT.matcher(new String(body, StandardCharsets.UTF_8));
    boolean authentic = id != null && time != null && given != null && signed(id, time, body, given);
    if (!authentic || !attempt.find()) {
      System.out.println("refused a call that Signalbox did not sign");
      answer(exchange, 401, "");
      return;
    }
    answer(exchange, 202, "{\"external_id\":\"receiver-" + id + "\"}");
    System.out.println("dispatched: attempt " + attempt.group(1));
    report(attempt.group(1));
  }

  private boolean signed(String id, String time, byte[] body, String given) {
    byte[] expected = ("v1," + signature(jobSecret, id, time, body)).getBytes(StandardCharsets.UTF_8);
    boolean match = false;
    for (String one : given.split(" ", 10)) {
      match |= MessageDigest.isEqual(expected, one.getBytes(StandardCharsets.UTF_8));
    }
    return match;
  }

  private void report(String attempt) {
    String result =
        """
        {"attempt":"%s","outcome":"passed","facts":[{"name":"p95","value":182,"unit":"ms"}]}"""
            .formatted(attempt);
    byte[] body = result.getBytes(StandardCharsets.UTF_8);
    String id = "msg_" + UUID.randomUUID();
    String time = Long.toString(Instant.now().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(hook)
            .timeout(Duration.ofSeconds(15))
            .header("content-type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", time)
            .header("webhook-signature", "v1," + signature(hookSecret, id, time, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      System.out.println("reported: " + status);
    } catch (IOException e) {
      System.out.println("not reported: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private static String signature(byte[] secret, String id, String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] key(String secret) {
    return Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
  }
}
