package dev.signalbox.wire.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The keys that were used, over all nodes. Inserting comes first and decides: of two equal requests
 * at the same moment one gets the row, the other sees it.
 */
@Repository
class IdempotencyRecords {

  private static final Duration CLEANING_PAUSE = Duration.ofMinutes(1);
  private static final int CLEANING_BATCH = 500;

  private static final String CLAIM =
      """
      insert into idempotency_record as r
        (caller, method, path, idempotency_key, request_digest, claim, claimed_at, expires_at)
      values (:caller, :method, :path, :key, :digest, :claim, :now, :expires)
      on conflict (caller, method, path, idempotency_key) do update
        set request_digest = excluded.request_digest, claim = excluded.claim,
            claimed_at = excluded.claimed_at, expires_at = excluded.expires_at,
            status = null, content_type = null, location = null, entity_tag = null, body = null
        where r.expires_at <= :now or (r.status is null and r.claimed_at <= :leased)
      """;

  private static final String FIND =
      """
      select request_digest, status, content_type, location, entity_tag, body
      from idempotency_record
      where caller = :caller and method = :method and path = :path and idempotency_key = :key
      """;

  private static final String OWN =
      " where caller = :caller and method = :method and path = :path and idempotency_key = :key"
          + " and claim = :claim and status is null";

  private static final String KEEP =
      "update idempotency_record set status = :status, content_type = :contentType,"
          + " location = :location, entity_tag = :entityTag, body = :body"
          + OWN;

  private static final String RELEASE = "delete from idempotency_record" + OWN;

  private static final String CLEAN =
      """
      delete from idempotency_record where ctid in (
        select ctid from idempotency_record where expires_at <= :now
        limit :batch for update skip locked)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final IdempotencySettings settings;
  private final RandomGenerator random;
  private final AtomicLong cleaned = new AtomicLong();

  IdempotencyRecords(
      JdbcClient jdbc, Clock clock, IdempotencySettings settings, RandomGenerator random) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.random = random;
  }

  Claim claim(Claim.Scope scope, byte[] digest) {
    Instant now = clock.instant();
    clean(now);
    byte[] token = new byte[16];
    random.nextBytes(token);
    String claim = HexFormat.of().formatHex(token);
    int claimed =
        in(jdbc.sql(CLAIM), scope)
            .param("digest", digest)
            .param("claim", claim)
            .param("now", Timestamp.from(now))
            .param("expires", Timestamp.from(now.plus(settings.keep())))
            .param("leased", Timestamp.from(now.minus(settings.lease())))
            .update();
    if (claimed == 1) {
      return new Claim.Granted(scope, claim);
    }
    Optional<Claim> known =
        in(jdbc.sql(FIND), scope).query((row, _) -> known(row, digest, scope)).optional();
    // Gone between the two statements: its first request was released this moment, so try again.
    return known.orElseGet(Claim.InFlight::new);
  }

  private static Claim known(ResultSet row, byte[] digest, Claim.Scope scope) throws SQLException {
    if (!Arrays.equals(row.getBytes("request_digest"), digest)) {
      return new Claim.Differs();
    }
    int status = row.getInt("status");
    if (row.wasNull()) {
      return new Claim.InFlight();
    }
    return new Claim.Answered(
        new Claim.Answer(
            status,
            row.getString("content_type"),
            row.getString("location"),
            row.getString("entity_tag"),
            AnswerSeal.open(scope.key(), row.getBytes("body"))));
  }

  void keep(Claim.Granted granted, Claim.Answer answer) {
    in(jdbc.sql(KEEP), granted.scope())
        .param("claim", granted.token())
        .param("status", answer.status())
        .param("contentType", answer.contentType())
        .param("location", answer.location())
        .param("entityTag", answer.entityTag())
        .param("body", AnswerSeal.seal(granted.scope().key(), answer.body(), random))
        .update();
  }

  void release(Claim.Granted granted) {
    in(jdbc.sql(RELEASE), granted.scope()).param("claim", granted.token()).update();
  }

  private void clean(Instant now) {
    long last = cleaned.get();
    long millis = now.toEpochMilli();
    if (millis - last > CLEANING_PAUSE.toMillis() && cleaned.compareAndSet(last, millis)) {
      jdbc.sql(CLEAN).param("now", Timestamp.from(now)).param("batch", CLEANING_BATCH).update();
    }
  }

  private static JdbcClient.StatementSpec in(
      JdbcClient.StatementSpec statement, Claim.Scope scope) {
    return statement
        .param("caller", scope.caller())
        .param("method", scope.method())
        .param("path", scope.path())
        .param("key", AnswerSeal.name(scope.key()));
  }
}
