package dev.signalbox.gate.ledger;

import dev.signalbox.gate.DecisionSummary;
import dev.signalbox.gate.GateVerdict;
import dev.signalbox.timeline.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decisions of all gates: added, read, never changed. */
@Component
public class DecisionBook {

  private static final String SELECT =
      """
      select number, verdict, subject_digest, decision_digest, inputs,
        cast(requirements as text) as requirements, cause, actor_kind, actor, decided_at
      from gate_decision where gate_id = ?
      """;

  private final JdbcClient jdbc;

  DecisionBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<DecisionRow> last(long gate) {
    return jdbc.sql(SELECT + " order by number desc limit 1")
        .param(gate)
        .query(DecisionBook::row)
        .optional();
  }

  public Optional<DecisionRow> find(long gate, long number) {
    return jdbc.sql(SELECT + " and number = ?")
        .params(gate, number)
        .query(DecisionBook::row)
        .optional();
  }

  /** Newest first, from below the given number, without their inputs. */
  public List<DecisionSummary> before(long gate, long number, int limit) {
    return jdbc.sql(
            """
            select number, verdict, subject_digest, decision_digest, cause, actor_kind, actor,
              decided_at
            from gate_decision where gate_id = ? and number < ? order by number desc limit ?
            """)
        .params(gate, number, limit)
        .query(
            (row, index) ->
                new DecisionSummary(
                    row.getLong("number"),
                    GateVerdict.valueOf(row.getString("verdict")),
                    row.getString("subject_digest"),
                    row.getString("decision_digest"),
                    row.getString("cause"),
                    actor(row),
                    row.getObject("decided_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Adds the decision; its number is one more than the last, which the gate's lock protects. */
  public void add(long gate, DecisionRow decision) {
    jdbc.sql(
            """
            insert into gate_decision
              (gate_id, number, verdict, subject_digest, decision_digest, inputs, requirements,
               cause, actor_kind, actor, decided_at)
            values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?)
            """)
        .params(
            gate,
            decision.number(),
            decision.verdict(),
            decision.subjectDigest(),
            decision.decisionDigest(),
            decision.inputs(),
            decision.requirements(),
            decision.cause(),
            decision.actor().kind().name(),
            decision.actor().name(),
            ApprovalBook.utc(decision.decidedAt()))
        .update();
  }

  private static DecisionRow row(ResultSet row, int number) throws SQLException {
    return new DecisionRow(
        row.getLong("number"),
        row.getString("verdict"),
        row.getString("subject_digest"),
        row.getString("decision_digest"),
        row.getString("inputs"),
        row.getString("requirements"),
        row.getString("cause"),
        actor(row),
        row.getObject("decided_at", OffsetDateTime.class).toInstant());
  }

  private static Actor actor(ResultSet row) throws SQLException {
    return new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor"));
  }
}
