package dev.signalbox.access.account;

import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares a username and a password with the accounts. */
@Service
public class SignInDesk {

  private final Accounts accounts;
  private final Passwords passwords;
  private final JdbcClient jdbc;
  private final Timeline timeline;
  private final Clock clock;

  SignInDesk(
      Accounts accounts, Passwords passwords, JdbcClient jdbc, Timeline timeline, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.jdbc = jdbc;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * The person, or nothing: unknown, disabled and wrong are not told apart, nor by time.
   *
   * @param source address that it came from
   */
  @Transactional
  public Optional<SignedIn> signIn(String username, String password, String source) {
    Optional<Account> account = accounts.findByUsername(username.strip().toLowerCase(Locale.ROOT));
    if (account.isEmpty()) {
      passwords.pretend(password);
      return Optional.empty();
    }
    Account known = account.get();
    if (!passwords.matches(password, known.passwordHash()) || !known.isEnabled()) {
      return Optional.empty();
    }
    jdbc.sql("update account set last_sign_in_at = :now where id = :id")
        .param("now", Timestamp.from(clock.instant()))
        .param("id", known.id())
        .update();
    timeline.record(
        new Recordable(
            null,
            Actor.person(known.username()),
            "account.signed-in",
            "account",
            known.username(),
            null,
            Map.of("source", source)));
    return Optional.of(
        SignedIn.inSession(
            known.id(),
            known.username(),
            known.isSystemAdministrator(),
            known.mustChangePassword(),
            Map.of()));
  }
}
