package dev.signalbox.access.account;

import dev.signalbox.access.AccountView;
import dev.signalbox.access.NewAccount;
import dev.signalbox.access.People;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import dev.signalbox.wire.Cursor;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the accounts, and tells the timeline who changed which. */
@Service
@Transactional
class AccountBook implements People {

  private static final String LIST = "accounts";

  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Timeline timeline;
  private final Clock clock;

  AccountBook(
      Accounts accounts, Passwords passwords, Sessions sessions, Timeline timeline, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.timeline = timeline;
    this.clock = clock;
  }

  @Override
  public NewAccount create(
      String username, String displayName, boolean systemAdministrator, Actor by) {
    String password = passwords.generate();
    return new NewAccount(add(username, displayName, password, systemAdministrator, by), password);
  }

  AccountView add(
      String username, String displayName, String password, boolean systemAdministrator, Actor by) {
    Account account =
        new Account(
            username, displayName, passwords.hash(password), systemAdministrator, clock.instant());
    if (accounts.findByUsername(account.username()).isPresent()) {
      throw new ProblemException(
          ProblemType.ALREADY_EXISTS, "The username " + account.username() + " is taken.");
    }
    AccountView view = view(accounts.save(account));
    record(by, "account.created", null, view);
    return view;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<AccountView> find(String username) {
    return accounts.findByUsername(username).map(AccountBook::view);
  }

  @Override
  @Transactional(readOnly = true)
  public Page<AccountView> list(@Nullable String cursor, Limit limit) {
    String after = cursor == null ? "" : Cursor.decode(LIST, cursor, 1).getFirst();
    List<AccountView> found =
        accounts
            .findByUsernameGreaterThanOrderByUsername(
                after, org.springframework.data.domain.Limit.of(limit.value() + 1))
            .stream()
            .map(AccountBook::view)
            .toList();
    if (found.size() <= limit.value()) {
      return new Page<>(found, null);
    }
    List<AccountView> items = found.subList(0, limit.value());
    return new Page<>(items, Cursor.encode(LIST, List.of(items.getLast().username())));
  }

  @Override
  public AccountView disable(String username, Actor by) {
    Account account = existing(username);
    if (by.equals(Actor.person(account.username()))) {
      throw new ProblemException(ProblemType.CONFLICT, "Nobody can disable the own account.");
    }
    if (!account.isEnabled()) {
      return view(account);
    }
    AccountView before = view(account);
    account.disable();
    sessions.closeAll(account.id());
    return recorded(by, "account.disabled", before, account);
  }

  @Override
  public AccountView enable(String username, Actor by) {
    Account account = existing(username);
    if (account.isEnabled()) {
      return view(account);
    }
    AccountView before = view(account);
    account.enable();
    return recorded(by, "account.enabled", before, account);
  }

  @Override
  public NewAccount resetPassword(String username, Actor by) {
    String password = passwords.generate();
    return new NewAccount(resetPassword(username, password, by), password);
  }

  AccountView resetPassword(String username, String password, Actor by) {
    Account account = existing(username);
    AccountView before = view(account);
    account.resetPassword(passwords.hash(password));
    sessions.closeAll(account.id());
    return recorded(by, "account.password-reset", before, account);
  }

  @Override
  public void changePassword(String username, String present, String fresh) {
    Account account = existing(username);
    if (!passwords.matches(present, account.passwordHash())) {
      throw new ProblemException(
          ProblemType.UNPROCESSABLE, "The present password is not the right one.");
    }
    passwords.judge(fresh, account.username());
    if (passwords.matches(fresh, account.passwordHash())) {
      throw new ProblemException(
          ProblemType.UNPROCESSABLE, "The new password is the same as the present one.");
    }
    AccountView before = view(account);
    account.changePassword(passwords.hash(fresh));
    sessions.closeAll(account.id());
    recorded(Actor.person(account.username()), "account.password-changed", before, account);
  }

  private Account existing(String username) {
    return accounts
        .findByUsername(username)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such account."));
  }

  private AccountView recorded(Actor by, String action, AccountView before, Account account) {
    AccountView after = view(accounts.save(account));
    record(by, action, before, after);
    return after;
  }

  private void record(Actor by, String action, @Nullable AccountView before, AccountView after) {
    timeline.record(new Recordable(null, by, action, "account", after.username(), before, after));
  }

  private static AccountView view(Account account) {
    return new AccountView(
        account.username(),
        account.displayName(),
        account.isEnabled(),
        account.mustChangePassword(),
        account.isSystemAdministrator(),
        account.createdAt(),
        account.version());
  }
}
