package dev.signalbox.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Await;
import dev.signalbox.SignalboxTest;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SignalboxTest
class HookReceptionIntegrationTests {

  private static final Actor ADMIN = Actor.person("ada");
  private static final String BODY = "{\"type\":\"greeting\",\"data\":{}}";

  @Autowired private Plan plan;
  @Autowired private Sources sources;
  @Autowired private Deliveries deliveries;
  @Autowired private Ids ids;
  @Autowired private JdbcClient sql;
  @Autowired private MeterRegistry meters;
  @LocalServerPort private int port;

  private ProjectKey project;
  private NewSource source;
  private HookCaller caller;
  private long now;

  @BeforeEach
  void makeASource() {
    project = newProject();
    source = sources.create(project, "ci", Dialect.STANDARD_WEBHOOKS, ADMIN);
    caller = new HookCaller(port, source);
    now =
        sql.sql("select floor(extract(epoch from clock_timestamp()))::bigint")
            .query(Long.class)
            .single();
  }

  @Test
  void storesBeforeItAnswersAndKeepsTheBytes() {
    double before = accepted();

    assertThat(caller.post("msg_1", now, BODY).statusCode()).isEqualTo(202);

    assertThat(accepted()).isEqualTo(before + 1);
    DeliveryView stored = all().getFirst();
    assertThat(stored.deliveryId()).isEqualTo("msg_1");
    DeliveryDetail detail = deliveries.find(project, stored.id()).orElseThrow();
    assertThat(detail.body()).isEqualTo(Base64.getEncoder().encodeToString(BODY.getBytes(UTF_8)));
    assertThat(detail.headers()).doesNotContainKeys("webhook-signature", "authorization");
  }

  @Test
  void answersARepeatWithoutASecondRow() {
    assertThat(caller.post("msg_1", now, BODY).statusCode()).isEqualTo(202);
    assertThat(caller.post("msg_1", now, BODY).statusCode()).isEqualTo(200);
    assertThat(caller.post("msg_1", now - 60, BODY).statusCode()).isEqualTo(200);
    assertThat(all()).hasSize(1);
  }

  @Test
  void refusesAnIdThatComesAgainWithAnotherBody() {
    caller.post("msg_1", now, BODY);

    HttpResponse<String> answer = caller.post("msg_1", now, BODY + " ");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(all()).hasSize(1);
    assertThat(
            sql.sql(
                    "select count(*) from timeline_entry where project = ? and action = 'delivery.refused'")
                .param(project.value())
                .query(Long.class)
                .single())
        .isOne();
  }

  @Test
  void makesOneRowOfTwoHundredParallelCopies() throws Exception {
    List<Callable<Integer>> copies = new ArrayList<>();
    for (int copy = 0; copy < 200; copy++) {
      copies.add(() -> caller.post("msg_copies", now, BODY).statusCode());
    }
    List<Integer> codes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : threads.invokeAll(copies)) {
        codes.add(answer.get());
      }
    }

    assertThat(codes).hasSize(200).allMatch(code -> code == 200 || code == 202);
    assertThat(codes).filteredOn(code -> code == 202).hasSize(1);
    assertThat(all()).hasSize(1);
  }

  @Test
  void saysNothingToWhoeverIsNotAuthentic() {
    byte[] body = BODY.getBytes(UTF_8);
    List<String> answers = new ArrayList<>();
    // the clock of the database is asked once a second, so a bound is exact to one second only
    for (Map<String, String> headers :
        List.of(
            Map.<String, String>of(),
            Map.of("webhook-id", "m", "webhook-timestamp", "" + now),
            headers("m", now, "v1,AAAA"),
            headers("m", now, "v1a," + caller.sign("m", now, body).substring(3)),
            headers("m", now - 302, caller.sign("m", now - 302, body)),
            headers("m", now + 302, caller.sign("m", now + 302, body)),
            headers("m", now, caller.sign("n", now, body)))) {
      HttpRequest.Builder request = caller.request(body).header("Content-Type", "application/json");
      headers.forEach(request::header);
      HttpResponse<String> answer = HookCaller.send(request.build());
      assertThat(answer.statusCode()).isEqualTo(401);
      answers.add(answer.body().replaceAll("\"requestId\":\"[^\"]*\"", ""));
    }

    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(all()).isEmpty();
    assertThat(deliveries.refusals(project, source.id()))
        .extracting(RefusalView::reason)
        .contains("MALFORMED_ID", "MISSING_SIGNATURE", "MISMATCH", "OUTSIDE_TOLERANCE");
    assertThat(
            deliveries.refusals(project, source.id()).stream().mapToLong(RefusalView::count).sum())
        .isEqualTo(7);
  }

  @Test
  void refusesADeliveryOfAnotherSourceOrAnotherScheme() {
    NewSource other = sources.create(newProject(), "ci", Dialect.STANDARD_WEBHOOKS, ADMIN);
    HookCaller captured = new HookCaller(port, other.path(), source.secret());

    assertThat(captured.post("msg_1", now, BODY).statusCode()).isEqualTo(401);
    assertThat(caller.postGitHub("d", "ping", BODY).statusCode()).isEqualTo(401);
  }

  @Test
  void knowsNoDifferenceBetweenAnUnknownSourceAndAWrongPath() {
    HttpResponse<String> unknown =
        new HookCaller(port, "/hooks/" + "0".repeat(32), source.secret()).post("m", now, BODY);
    HttpResponse<String> wrong =
        new HookCaller(port, "/hooks/a/b/c", source.secret()).post("m", now, BODY);

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(wrong.statusCode()).isEqualTo(404);
    String noise = "\"(requestId|instance)\":\"[^\"]*\"";
    assertThat(unknown.body().replaceAll(noise, "")).isEqualTo(wrong.body().replaceAll(noise, ""));
  }

  @Test
  void findsNothingOnceASourceIsSwitchedOff() {
    sources.enable(project, source.id(), 1, false, ADMIN);

    assertThat(caller.post("m", now, BODY).statusCode()).isEqualTo(404);
    assertThat(all()).isEmpty();
  }

  @Test
  void acceptsNothingWhereNoSecretIsActive() {
    sql.sql("delete from source_secret where source = ?").param(source.id()).update();

    assertThat(caller.post("m", now, BODY).statusCode()).isEqualTo(503);
    assertThat(all()).isEmpty();
  }

  @Test
  void refusesLargeBodiesEncodedBodiesAndOtherTypes() {
    byte[] large = new byte[1_048_577];
    assertThat(caller.post("m", now, large).statusCode()).isEqualTo(413);
    HttpRequest chunked =
        HttpRequest.newBuilder(caller.request(large).build(), (name, value) -> true)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
            .header("Content-Type", "application/json")
            .build();
    assertThat(HookCaller.send(chunked).statusCode()).isEqualTo(413);
    assertThat(code("application/json", "gzip")).isEqualTo(415);
    assertThat(code("application/x-www-form-urlencoded", "identity")).isEqualTo(415);
    assertThat(code("text/plain", "identity")).isEqualTo(415);
    assertThat(code("application/xml", "identity")).isEqualTo(415);
    assertThat(all()).isEmpty();
  }

  @Test
  void answersAHugeDeclaredBodyWithoutReadingIt() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST "
                  + source.path()
                  + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                  + "Content-Length: 1073741824\r\n\r\n")
              .getBytes(UTF_8));
      out.flush();
      String answer = new String(socket.getInputStream().readNBytes(12), UTF_8);
      assertThat(answer).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void refusesAuthenticContentThatIsNotStrictJson() {
    for (byte[] body :
        List.of(
            "{\"outcome\":\"passed\",\"outcome\":\"failed\"}".getBytes(UTF_8),
            "[".repeat(100_000).getBytes(UTF_8),
            "\uFEFF{}".getBytes(UTF_8),
            new byte[] {'"', (byte) 0xFF, '"'},
            new byte[] {0},
            new byte[0])) {
      assertThat(caller.post("m", now, body).statusCode()).isEqualTo(400);
    }
    assertThat(all()).isEmpty();
  }

  @Test
  void losesNoDeliveryWhileSecretsRotate() {
    NewSecret next = sources.prepareSecret(project, source.id(), 1, ADMIN);
    HookCaller nextCaller = new HookCaller(port, source.path(), next.secret());
    assertThat(caller.post("a", now, BODY).statusCode()).isEqualTo(202);
    assertThat(nextCaller.post("b", now, BODY).statusCode()).isEqualTo(202);

    sources.promoteSecret(project, source.id(), next.version(), Duration.ofSeconds(2), ADMIN);
    assertThat(caller.post("c", now, BODY).statusCode()).isEqualTo(202);
    assertThat(nextCaller.post("d", now, BODY).statusCode()).isEqualTo(202);

    Await.until(
        Duration.ofSeconds(4),
        () -> caller.post("e" + System.nanoTime(), now, BODY).statusCode() == 401);
    assertThat(nextCaller.post("f", now, BODY).statusCode()).isEqualTo(202);
  }

  @Test
  void ignoresAVerifiedPingAndUnknownEvents() {
    NewSource github = sources.create(project, "forge", Dialect.GITHUB, ADMIN);
    HookCaller forge = new HookCaller(port, github);

    assertThat(forge.postGitHub("g1", "ping", "{\"zen\":\"x\"}").statusCode()).isEqualTo(202);
    assertThat(forge.postGitHub("g2", "star", "{}").statusCode()).isEqualTo(202);

    Await.until(
        Duration.ofSeconds(5),
        () -> all().stream().allMatch(delivery -> delivery.state().equals("IGNORED")));
  }

  private double accepted() {
    return meters.counter("signalbox.webhook.deliveries", "result", "accepted").count();
  }

  private int code(String type, String encoding) {
    byte[] body = "{}".getBytes(UTF_8);
    return HookCaller.send(
            caller
                .request(body)
                .header("Content-Type", type)
                .header("Content-Encoding", encoding)
                .header("webhook-id", "m")
                .header("webhook-timestamp", "" + now)
                .header("webhook-signature", caller.sign("m", now, body))
                .build())
        .statusCode();
  }

  private static Map<String, String> headers(String id, long time, String signature) {
    return Map.of("webhook-id", id, "webhook-timestamp", "" + time, "webhook-signature", signature);
  }

  private List<DeliveryView> all() {
    return deliveries.list(project, null, Long.MAX_VALUE, 200);
  }

  private ProjectKey newProject() {
    ProjectKey key = new ProjectKey("hook-" + ids.uuid().toString().substring(0, 8));
    plan.createProject(key, "Hooks", ADMIN);
    return key;
  }
}
