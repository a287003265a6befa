package dev.signalbox.wire.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Browser;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.access.Role;
import java.util.ArrayList;
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

/** Uses the tokens of a project's machines as the thing that is made once. */
@SignalboxTest
class IdempotencyIntegrationTests {

  private static final String PATH = "/api/v1/projects/once/tokens";
  private static final String BODY = "{\"name\":\"build\",\"scopes\":[\"read\"]}";
  private static final String OTHER = "{\"name\":\"other\",\"scopes\":[\"read\"]}";

  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private TestPeople.Person admin;
  private String key;

  @BeforeEach
  void comeAnew() {
    admin = people.person("once", Role.ADMIN);
    key = "key-" + admin.username();
  }

  @Test
  void givesTheSameAnswerAgain() {
    Browser.Answer first = post(admin, key, BODY);
    Browser.Answer second = post(admin, "\"" + key + "\"", BODY);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void givesARefusalAgainToo() {
    Browser.Answer first = post(admin, key, "{\"name\":\"\"}");
    assertThat(first.status()).isEqualTo(400);
    assertThat(post(admin, key, "{\"name\":\"\"}").body()).isEqualTo(first.body());
  }

  @Test
  void refusesTheKeyForAnotherBody() {
    post(admin, key, BODY);
    assertThat(post(admin, key, OTHER).status()).isEqualTo(422);
  }

  @Test
  void keepsTheKeysOfTwoCallersApart() {
    TestPeople.Person other = people.person("once", Role.ADMIN);
    Browser.Answer mine = post(admin, key, BODY);
    Browser.Answer theirs = post(other, key, OTHER);
    assertThat(theirs.status()).isEqualTo(201);
    assertThat(theirs.body()).isNotEqualTo(mine.body());
  }

  @Test
  void startsAnewAfterADay() {
    Browser.Answer first = post(admin, key, BODY);
    jdbc.sql(
            "update idempotency_record set claimed_at = now() - interval '2 days',"
                + " expires_at = now() - interval '1 second' where idempotency_key = ?")
        .param(AnswerSeal.name(key))
        .update();
    Browser.Answer next = post(admin, key, OTHER);
    assertThat(next.status()).isEqualTo(201);
    assertThat(next.body()).isNotEqualTo(first.body());
  }

  @Test
  void saysThatTheFirstIsStillAtWorkUntilItsLeaseEnds() {
    post(admin, key, BODY);
    jdbc.sql("update idempotency_record set status = null, body = null where idempotency_key = ?")
        .param(AnswerSeal.name(key))
        .update();
    assertThat(post(admin, key, BODY).status()).isEqualTo(409);
    jdbc.sql(
            "update idempotency_record set claimed_at = now() - interval '6 minutes'"
                + " where idempotency_key = ?")
        .param(AnswerSeal.name(key))
        .update();
    assertThat(post(admin, key, BODY).status()).isEqualTo(201);
  }

  @Test
  void makesOneThingOfManyRacingRequests() throws Exception {
    List<Callable<Browser.Answer>> same = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      same.add(() -> post(admin, key, BODY));
    }
    List<Browser.Answer> answers = new ArrayList<>();
    try (ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Browser.Answer> answer : racers.invokeAll(same)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
    assertThat(answers.stream().filter(a -> a.status() == 201).map(Browser.Answer::body).distinct())
        .hasSize(1);
    long made =
        jdbc.sql("select count(*) from api_token where created_by = ?")
            .param(admin.username())
            .query(Long.class)
            .single();
    assertThat(made).as("beside the personal one").isEqualTo(2);
  }

  @Test
  void answersNobodyFromMemoryWhoLostTheRole() {
    post(admin, key, BODY);
    people.expel("once", admin.username());
    assertThat(post(admin, key, BODY).status()).isEqualTo(404);
  }

  @Test
  void refusesBadKeysAndBodiesThatAreTooLarge() {
    assertThat(post(admin, "two words", BODY).status()).isEqualTo(400);
    assertThat(post(admin, "k".repeat(256), BODY).status()).isEqualTo(400);
    String large = "{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}";
    Browser.Answer refused = post(admin, key, large);
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.body()).contains("payload-too-large");
  }

  private Browser.Answer post(TestPeople.Person person, String idempotencyKey, String body) {
    return new Browser(port)
        .send(
            "POST",
            PATH,
            Map.of(
                "Authorization",
                person.bearer(),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                idempotencyKey),
            body);
  }
}
