package dev.signalbox.access.account;

import dev.signalbox.access.AccessSettings;
import dev.signalbox.access.BootstrapPassword;
import dev.signalbox.timeline.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first account, before the first request is taken. As long as nobody has signed in as
 * admin, each start makes a new one-time password and voids the one before.
 */
@Component
class Bootstrap implements SmartInitializingSingleton {

  private static final Actor BY = Actor.system("bootstrap");

  /** Any number, the same on all nodes: they bootstrap one after the other. */
  private static final long LOCK = 0x5b0071;

  private final AccountBook book;
  private final Accounts accounts;
  private final Passwords passwords;
  private final BootstrapPassword holder;
  private final AccessSettings settings;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Bootstrap(
      AccountBook book,
      Accounts accounts,
      Passwords passwords,
      BootstrapPassword holder,
      AccessSettings settings,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.book = book;
    this.accounts = accounts;
    this.passwords = passwords;
    this.holder = holder;
    this.settings = settings;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void afterSingletonsInstantiated() {
    @Nullable String configured = settings.bootstrapPassword();
    String password = configured == null ? passwords.generate() : configured;
    Boolean set = transaction.execute(_ -> set(password));
    if (configured == null && Boolean.TRUE.equals(set)) {
      holder.made(password);
    }
  }

  private boolean set(String password) {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
    if (accounts.count() == 0) {
      book.add(BootstrapPassword.USERNAME, "Administrator", password, true, BY);
      return true;
    }
    boolean untouched =
        jdbc.sql(
                "select exists (select from account where username = :name and enabled"
                    + " and must_change_password and last_sign_in_at is null)")
            .param("name", BootstrapPassword.USERNAME)
            .query(Boolean.class)
            .single();
    if (untouched) {
      book.resetPassword(BootstrapPassword.USERNAME, password, BY);
    }
    return untouched;
  }
}
