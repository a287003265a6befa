package dev.signalbox.access.token;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Role;
import dev.signalbox.access.account.RoleArray;
import dev.signalbox.access.account.SignedIn;
import dev.signalbox.timeline.Actor;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds who stands behind a token. Reads token, account and roles afresh with each request, so that
 * a revocation or a lost role counts at once on all nodes.
 */
@Repository
public class TokenCheck {

  private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

  private static final String FIND =
      """
      select t.secret_hash, t.expires_at, t.revoked_at, t.last_used_at, t.scopes, t.project,
        t.machine, a.id, a.username, a.enabled, a.must_change_password, a.system_administrator,
        array(select m.project || ' ' || m.role from membership m where m.account_id = a.id) roles
      from api_token t left join account a on a.id = t.account_id
      where t.public_id = :id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  TokenCheck(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a presented token is worth. */
  public sealed interface Verdict {}

  /** It is good, and stands for this caller. */
  public record Accepted(SignedIn who) implements Verdict {}

  /** It is not, for this reason. */
  public record Refused(Reason reason) implements Verdict {}

  /** Why a token is refused; the state of a token is told to holders of its secret only. */
  public enum Reason {
    MALFORMED("The token is mistyped: its form or checksum is wrong."),
    UNKNOWN("The token is not known."),
    EXPIRED("The token has expired."),
    REVOKED("The token was revoked."),
    DISABLED("The account of this token is disabled.");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** Whether somebody without the secret may have sent it. */
    public boolean isGuess() {
      return this == MALFORMED || this == UNKNOWN;
    }

    /** For the user. */
    public String text() {
      return text;
    }
  }

  /** Judges the text behind {@code Bearer}; a wrong checksum costs no look into the database. */
  public Verdict check(String presented) {
    Optional<TokenText> text = TokenText.parse(presented);
    if (text.isEmpty()) {
      return new Refused(Reason.MALFORMED);
    }
    Instant now = clock.instant();
    Optional<Found> found =
        jdbc.sql(FIND)
            .param("id", text.get().publicId())
            .query((row, _) -> found(row, text.get().hash(), now))
            .optional();
    if (found.isEmpty()) {
      return new Refused(Reason.UNKNOWN);
    }
    if (found.get().verdict() instanceof Accepted && found.get().touch()) {
      jdbc.sql("update api_token set last_used_at = :now where public_id = :id")
          .param("now", Timestamp.from(now))
          .param("id", text.get().publicId())
          .update();
    }
    return found.get().verdict();
  }

  private static Found found(ResultSet row, byte[] hash, Instant now) throws SQLException {
    @Nullable Timestamp used = row.getTimestamp("last_used_at");
    boolean touch = used == null || used.toInstant().isBefore(now.minus(TOUCH_EVERY));
    return new Found(verdict(row, hash, now), touch);
  }

  private static Verdict verdict(ResultSet row, byte[] hash, Instant now) throws SQLException {
    if (!MessageDigest.isEqual(row.getBytes("secret_hash"), hash)) {
      return new Refused(Reason.UNKNOWN);
    }
    if (row.getTimestamp("revoked_at") != null) {
      return new Refused(Reason.REVOKED);
    }
    if (!row.getTimestamp("expires_at").toInstant().isAfter(now)) {
      return new Refused(Reason.EXPIRED);
    }
    Set<String> scopes = Set.of((String[]) row.getArray("scopes").getArray());
    @Nullable String machine = row.getString("machine");
    if (machine != null) {
      String project = row.getString("project");
      Caller caller =
          new Caller(
              Actor.machine("ci:" + machine), false, Map.of(project, Set.of(Role.CI)), scopes);
      return new Accepted(SignedIn.machine(caller, project));
    }
    if (!row.getBoolean("enabled")) {
      return new Refused(Reason.DISABLED);
    }
    Caller caller =
        new Caller(
            Actor.person(row.getString("username")),
            row.getBoolean("system_administrator"),
            RoleArray.read(row, "roles"),
            scopes);
    boolean mustChange = row.getBoolean("must_change_password");
    return new Accepted(SignedIn.byToken(caller, row.getLong("id"), mustChange));
  }

  private record Found(Verdict verdict, boolean touch) {}
}
