package dev.signalbox.webhook.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Ids;
import dev.signalbox.webhook.Dialect;
import dev.signalbox.webhook.NewSource;
import dev.signalbox.webhook.Sources;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SignalboxTest
class DeliveryFaultIntegrationTests {

  private static final Actor ADMIN = Actor.person("ada");

  @Autowired private DeliveryApplier applier;
  @Autowired private Plan plan;
  @Autowired private Sources sources;
  @Autowired private Ids ids;
  @Autowired private JdbcClient sql;

  @Test
  void pausesLongerAndLongerForHours() {
    assertThat(IntStream.of(1, 2, 9, 10, 39).mapToObj(DeliveryApplier::pauseAfterFault))
        .map(pause -> pause.orElseThrow().toSeconds())
        .containsExactly(2L, 4L, 512L, 600L, 600L);
    assertThat(DeliveryApplier.pauseAfterFault(40)).isEmpty();
    assertThat(DeliveryApplier.pauseAfterFault(Integer.MAX_VALUE)).isEmpty();
  }

  @Test
  void triesAFaultOfOursAgainAndInTheEndLetsItDieVisibly() {
    ProjectKey project = new ProjectKey("fault-" + ids.uuid().toString().substring(0, 8));
    plan.createProject(project, "Faults", ADMIN);
    NewSource source = sources.create(project, "ci", Dialect.STANDARD_WEBHOOKS, ADMIN);
    long id = faulty(source.id());

    assertThat(applier.apply(id)).contains(Duration.ofSeconds(2));
    assertThat(applier.apply(id)).contains(Duration.ofSeconds(4));
    assertThat(deaths(project)).isZero();

    sql.sql("update delivery set attempts = 39 where id = ?").param(id).update();
    assertThat(applier.apply(id)).isEmpty();
    assertThat(deaths(project)).isOne();
    assertThat(
            sql.sql("select state || ' ' || verdict from delivery where id = ?")
                .param(id)
                .query(String.class)
                .single())
        .isEqualTo("DEAD failed on our side: IllegalArgumentException");
  }

  /** A report whose attempt is no UUID: the door lets none through, so reading it is a fault. */
  private long faulty(String source) {
    return sql.sql(
            """
            insert into delivery
              (source, delivery_id, body_digest, headers, content_type, body, secret)
            values (?, 'faulty', sha256('x'), '{"x-signalbox-attempt": "none"}',
                    'application/xml', '<testsuite/>', 1)
            returning id
            """)
        .param(source)
        .query(Long.class)
        .single();
  }

  private long deaths(ProjectKey project) {
    return sql.sql(
            "select count(*) from timeline_entry where project = ? and action = 'delivery.died'")
        .param(project.value())
        .query(Long.class)
        .single();
  }
}
