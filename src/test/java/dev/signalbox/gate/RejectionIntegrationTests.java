package dev.signalbox.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople.Person;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TaskState;
import dev.signalbox.timeline.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rejection holds however much is said after it. */
@SignalboxTest
class RejectionIntegrationTests {

  private static final String LATER_WORDS =
      """
      insert into approval (gate_id, subject_digest, person, word, comment, at)
      select g.id, encode(sha256(convert_to(n::text, 'UTF8')), 'hex'), 'somebody', 'APPROVE', '',
             now()
        from gate g, generate_series(1, 600) n where g.project = ? and g.key = ?
      """;

  private static final String APPROVAL =
      """
      insert into approval (gate_id, subject_digest, person, word, comment, at)
      select g.id, ?, ?, 'APPROVE', '', now() from gate g where g.project = ? and g.key = ?
      """;

  @Autowired private GateWorld world;
  @Autowired private Gatekeeper gatekeeper;
  @Autowired private JdbcClient jdbc;

  @Test
  void holdsBehindMoreWordsThanAreRead() {
    ProjectKey project = world.project();
    Person anna = world.releaseManager(project);
    Person otto = world.releaseManager(project);
    world.task(project, "YARD-1", TaskState.DONE);
    GateKey gate = world.gate(project, new TasksDone(null), new Approvals(1));
    gatekeeper.request(project, gate, Actor.person("rita"));
    String digest = world.view(project, gate).subjectDigest();
    gatekeeper.reject(project, gate, digest, "no", GateWorld.caller(project, anna));

    jdbc.sql(LATER_WORDS).params(project.value(), gate.value()).update();
    jdbc.sql(APPROVAL).params(digest, otto.actor().name(), project.value(), gate.value()).update();

    assertThat(world.view(project, gate).subjectDigest()).isEqualTo(digest);
    assertThat(world.view(project, gate).verdict()).isEqualTo(GateVerdict.CLOSED);
  }
}
