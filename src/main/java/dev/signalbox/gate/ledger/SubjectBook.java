package dev.signalbox.gate.ledger;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Subjects of late, by digest: with them a refusal names what changed since somebody looked. */
@Component
public class SubjectBook {

  /** How many subjects that nobody approved are kept for each gate. */
  private static final int KEPT = 100;

  private final JdbcClient jdbc;

  SubjectBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The canonical JSON of a subject; empty if it was never seen or is long gone. */
  public Optional<String> find(long gate, String digest) {
    return jdbc.sql("select body from gate_subject where gate_id = ? and digest = ?")
        .params(gate, digest)
        .query(String.class)
        .optional();
  }

  /** Whether this is the subject that was seen last. */
  public boolean isNewest(long gate, String digest) {
    return jdbc.sql(
            "select digest from gate_subject where gate_id = ? order by seen_at desc limit 1")
        .param(gate)
        .query(String.class)
        .optional()
        .filter(digest::equals)
        .isPresent();
  }

  /** Keeps the subject, and lets go of old ones that nobody approved. */
  public void see(long gate, String digest, String body, Instant at) {
    if (isNewest(gate, digest)) {
      return;
    }
    jdbc.sql(
            """
            insert into gate_subject (gate_id, digest, body, seen_at) values (?, ?, ?, ?)
            on conflict (gate_id, digest) do update set seen_at = excluded.seen_at
            """)
        .params(gate, digest, body, ApprovalBook.utc(at))
        .update();
    jdbc.sql(
            """
            delete from gate_subject s where gate_id = :gate
            and digest not in (
              select digest from gate_subject where gate_id = :gate
              order by seen_at desc limit :kept)
            and not exists (
              select from approval a where a.gate_id = s.gate_id and a.subject_digest = s.digest)
            """)
        .param("gate", gate)
        .param("kept", KEPT)
        .update();
  }
}
