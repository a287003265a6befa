package dev.signalbox.access.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.signalbox.access.AccessSettings;
import dev.signalbox.timeline.Ids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The signed-in browsers, in the database: any node can answer them, and ending one takes effect
 * with the next request. Each request reads account and roles afresh, in the same query.
 */
@Repository
public class Sessions {

  private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);
  private static final int SECRET_BYTES = 32;
  private static final int MAX_SECRET_CHARS = 64;

  private static final String FIND =
      """
      select a.id, a.username, a.must_change_password, a.system_administrator, s.last_seen_at,
        array(select m.project || ' ' || m.role from membership m where m.account_id = a.id) roles
      from account_session s join account a on a.id = s.account_id
      where s.id_hash = :hash and a.enabled and s.expires_at > :now and s.last_seen_at > :idle
      """;

  private static final String OPEN =
      """
      insert into account_session (id_hash, account_id, created_at, last_seen_at, expires_at)
      values (:hash, :account, :now, :now, :expires)
      """;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AccessSettings settings;

  Sessions(JdbcClient jdbc, Ids ids, Clock clock, AccessSettings settings) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
  }

  /** Opens a session and gives its secret, for the cookie; sweeps what has ended. */
  public String open(long account) {
    Instant now = clock.instant();
    jdbc.sql("delete from account_session where expires_at <= :now or last_seen_at <= :idle")
        .param("now", Timestamp.from(now))
        .param("idle", Timestamp.from(now.minus(settings.sessionIdle())))
        .update();
    String secret =
        Base64.getUrlEncoder().withoutPadding().encodeToString(ids.secret(SECRET_BYTES));
    jdbc.sql(OPEN)
        .param("hash", hash(secret))
        .param("account", account)
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(now.plus(settings.sessionMax())))
        .update();
    return secret;
  }

  /** Who stands behind a cookie, unless the session ended or the account is disabled. */
  public Optional<SignedIn> find(String secret) {
    Optional<Found> found = look(secret);
    Instant now = clock.instant();
    if (found.isPresent() && found.get().seen().isBefore(now.minus(TOUCH_EVERY))) {
      jdbc.sql("update account_session set last_seen_at = :now where id_hash = :hash")
          .param("now", Timestamp.from(now))
          .param("hash", hash(secret))
          .update();
    }
    return found.map(Found::who);
  }

  /** As {@link #find}, but does not count as a sign of life. */
  public Optional<SignedIn> peek(String secret) {
    return look(secret).map(Found::who);
  }

  private Optional<Found> look(String secret) {
    if (secret.isEmpty() || secret.length() > MAX_SECRET_CHARS) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return jdbc.sql(FIND)
        .param("hash", hash(secret))
        .param("now", Timestamp.from(now))
        .param("idle", Timestamp.from(now.minus(settings.sessionIdle())))
        .query((row, _) -> found(row))
        .optional();
  }

  /** Ends one session. */
  public void close(String secret) {
    jdbc.sql("delete from account_session where id_hash = :hash")
        .param("hash", hash(secret))
        .update();
  }

  /** Ends all sessions of an account. */
  public void closeAll(long account) {
    jdbc.sql("delete from account_session where account_id = :account")
        .param("account", account)
        .update();
  }

  private static Found found(ResultSet row) throws SQLException {
    SignedIn who =
        SignedIn.inSession(
            row.getLong("id"),
            row.getString("username"),
            row.getBoolean("system_administrator"),
            row.getBoolean("must_change_password"),
            RoleArray.read(row, "roles"));
    return new Found(who, row.getTimestamp("last_seen_at").toInstant());
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private record Found(SignedIn who, Instant seen) {}
}
