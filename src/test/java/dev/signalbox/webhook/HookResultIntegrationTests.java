package dev.signalbox.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Await;
import dev.signalbox.SignalboxTest;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.report.Outcome;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Ids;
import dev.signalbox.validation.JobDefinition;
import dev.signalbox.validation.JobDesk;
import dev.signalbox.validation.JobKey;
import dev.signalbox.validation.RunSummary;
import dev.signalbox.validation.TriggerAnswer;
import dev.signalbox.validation.Validation;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SignalboxTest
class HookResultIntegrationTests {

  private static final Actor ADMIN = Actor.person("ada");
  private static final JobKey JOB = new JobKey("smoke");

  @Autowired private Plan plan;
  @Autowired private Sources sources;
  @Autowired private Deliveries deliveries;
  @Autowired private JobDesk jobs;
  @Autowired private Validation validation;
  @Autowired private Ids ids;
  @Autowired private JdbcClient sql;
  @Autowired private PlatformTransactionManager transactions;
  @LocalServerPort private int port;

  private ProjectKey project;
  private HookCaller caller;
  private NewSource source;
  private long now;

  @BeforeEach
  void makeAJobAndASource() {
    project = newProject();
    source = sources.create(project, "ci", Dialect.STANDARD_WEBHOOKS, ADMIN);
    caller = new HookCaller(port, source);
    now =
        sql.sql("select floor(extract(epoch from clock_timestamp()))::bigint")
            .query(Long.class)
            .single();
  }

  @Test
  void movesTheRunWithinASecond() {
    UUID attempt = start(project);

    assertThat(caller.post("r1", now, result(attempt, "passed")).statusCode()).isEqualTo(202);

    Await.until(
        Duration.ofSeconds(2),
        () -> run().outcome() == Outcome.PASSED && state("r1").equals("APPLIED"));
    assertThat(run().facts().getFirst().name()).isEqualTo("p95");
  }

  @Test
  void appliesAResultThatOvertookTheCommitOfItsDispatch() {
    UUID[] attempt = new UUID[1];
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              attempt[0] = start(project);
              assertThat(caller.post("early", now, result(attempt[0], "passed")).statusCode())
                  .isEqualTo(202);
              Await.until(Duration.ofSeconds(5), () -> tries("early") > 0);
            });

    Await.until(
        Duration.ofSeconds(5),
        () -> run().outcome() == Outcome.PASSED && state("early").equals("APPLIED"));
  }

  @Test
  void letsAResultForAnotherProjectDieVisibly() {
    ProjectKey other = newProject();
    UUID foreign = start(other);

    assertThat(caller.post("foreign", now, result(foreign, "passed")).statusCode()).isEqualTo(202);

    Await.until(Duration.ofSeconds(15), () -> state("foreign").equals("DEAD"));
    assertThat(validation.latestRun(other, JOB).orElseThrow().outcome()).isNull();
    assertThat(one("foreign").verdict()).startsWith("unknown attempt");
    assertThat(
            sql.sql(
                    "select count(*) from timeline_entry where project = ? and action = 'delivery.died'")
                .param(project.value())
                .query(Long.class)
                .single())
        .isOne();
  }

  @Test
  void keepsTheFirstOutcomeWhenAnotherFollows() {
    UUID attempt = start(project);
    caller.post("first", now, result(attempt, "failed"));
    Await.until(Duration.ofSeconds(5), () -> state("first").equals("APPLIED"));

    caller.post("second", now, result(attempt, "passed"));
    caller.post("third", now, result(attempt, "failed"));
    caller.post("fourth", now, result(attempt, "running"));

    Await.until(
        Duration.ofSeconds(5),
        () ->
            state("second").equals("IGNORED")
                && state("third").equals("IGNORED")
                && state("fourth").equals("IGNORED"));
    assertThat(run().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void refusesContentThatNamesNoOutcomeAndSaysWhy() {
    UUID attempt = start(project);
    caller.post("odd", now, result(attempt, "splendid"));

    Await.until(Duration.ofSeconds(5), () -> state("odd").equals("REFUSED_CONTENT"));
    assertThat(one("odd").verdict()).contains("outcome");
    assertThat(run().outcome()).isNull();
  }

  @Test
  void takesABareReportOnlyWhereTheSignedIdNamesItsAttempt() {
    UUID attempt = start(project);
    String xml = "<testsuite><testcase name='a'/></testsuite>";

    assertThat(postXml(attempt + "_1", attempt, xml)).isEqualTo(202);
    assertThat(postXml("msg_other", attempt, xml)).isEqualTo(400);

    Await.until(Duration.ofSeconds(5), () -> run().outcome() == Outcome.PASSED);
  }

  @Test
  void replaysASettledDeliveryWithoutASecondEffect() {
    UUID attempt = start(project);
    caller.post("again", now, result(attempt, "passed"));
    Await.until(Duration.ofSeconds(5), () -> state("again").equals("APPLIED"));

    assertThat(deliveries.replay(project, one("again").id(), ADMIN)).isTrue();

    Await.until(Duration.ofSeconds(5), () -> state("again").equals("IGNORED"));
    assertThat(run().outcome()).isEqualTo(Outcome.PASSED);
  }

  private int postXml(String id, UUID attempt, String xml) {
    byte[] body = xml.getBytes(UTF_8);
    return HookCaller.send(
            caller
                .request(body)
                .header("Content-Type", "application/xml")
                .header("X-Signalbox-Attempt", attempt.toString())
                .header("webhook-id", id)
                .header("webhook-timestamp", "" + now)
                .header("webhook-signature", caller.sign(id, now, body))
                .build())
        .statusCode();
  }

  private static String result(UUID attempt, String outcome) {
    return "{\"attempt\":\"%s\",\"outcome\":\"%s\",\"facts\":[{\"name\":\"p95\",\"value\":4,\"unit\":\"ms\"}]}"
        .formatted(attempt, outcome);
  }

  private UUID start(ProjectKey where) {
    jobs.define(where, JOB, JobDefinition.manual("Smoke", "tests"), ADMIN);
    TriggerAnswer answer = validation.trigger(where, JOB, Map.of(), ADMIN);
    assertThat(answer).isInstanceOf(TriggerAnswer.Started.class);
    return ((TriggerAnswer.Started) answer).run().attempt();
  }

  private RunSummary run() {
    return validation.latestRun(project, JOB).orElseThrow();
  }

  private DeliveryView one(String id) {
    return deliveries.list(project, null, Long.MAX_VALUE, 200).stream()
        .filter(delivery -> delivery.deliveryId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private String state(String id) {
    return one(id).state();
  }

  private int tries(String id) {
    return sql.sql("select attempts from delivery where source = ? and delivery_id = ?")
        .params(source.id(), id)
        .query(Integer.class)
        .single();
  }

  private ProjectKey newProject() {
    ProjectKey key = new ProjectKey("hook-" + ids.uuid().toString().substring(0, 8));
    plan.createProject(key, "Hooks", ADMIN);
    return key;
  }
}
