package dev.signalbox.gate.ledger;

import dev.signalbox.gate.ApprovalWord;
import dev.signalbox.gate.GateFacts.ApprovalFact;
import dev.signalbox.gate.GateFacts.RequestFact;
import dev.signalbox.timeline.Actor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked for decisions, and who said what. Callers hold the lock of the gate to write. */
@Component
public class ApprovalBook {

  /** As many words as a decision ever looks at; those on one subject are far fewer. */
  private static final int MAX_WORDS = 500;

  private final JdbcClient jdbc;

  ApprovalBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The request that waits for its decision. */
  public Optional<RequestFact> openRequest(long gate) {
    return jdbc.sql(
            """
            select requester_kind, requester, subject_digest, at
            from gate_request where gate_id = ? and state = 'OPEN'
            """)
        .param(gate)
        .query(
            (row, number) ->
                new RequestFact(
                    new Actor(
                        Actor.Kind.valueOf(row.getString("requester_kind")),
                        row.getString("requester")),
                    row.getString("subject_digest"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** Stores a request; one of the same gate that is open must be withdrawn before. */
  public void open(long gate, RequestFact request) {
    jdbc.sql(
            """
            insert into gate_request (gate_id, requester_kind, requester, subject_digest, state, at)
            values (?, ?, ?, ?, 'OPEN', ?)
            """)
        .params(
            gate,
            request.requester().kind().name(),
            request.requester().name(),
            request.subjectDigest(),
            utc(request.at()))
        .update();
  }

  /** Ends the open request, if there is one. */
  public void withdraw(long gate, Instant at) {
    jdbc.sql(
            """
            update gate_request set state = 'WITHDRAWN', withdrawn_at = ?
            where gate_id = ? and state = 'OPEN'
            """)
        .params(utc(at), gate)
        .update();
  }

  /**
   * The newest words on the gate and every rejection, however old, oldest first. An approval that
   * drops out can only close a gate; a rejection that did would open one.
   */
  public List<ApprovalFact> words(long gate) {
    return jdbc.sql(
            """
            select person, word, comment, at, subject_digest
            from approval
            where gate_id = ? and (word = 'REJECT' or id in (
              select id from approval where gate_id = ? order by id desc limit ?))
            order by id
            """)
        .params(gate, gate, MAX_WORDS)
        .query(
            (row, number) ->
                new ApprovalFact(
                    row.getString("person"),
                    ApprovalWord.valueOf(row.getString("word")),
                    row.getString("comment"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("subject_digest")))
        .list();
  }

  /** Stores a word for ever. */
  public void add(long gate, ApprovalFact word) {
    jdbc.sql(
            """
            insert into approval (gate_id, subject_digest, person, word, comment, at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            gate,
            word.subjectDigest(),
            word.person(),
            word.word().name(),
            word.comment(),
            utc(word.at()))
        .update();
  }

  static OffsetDateTime utc(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
