package dev.signalbox.access.account;

import dev.signalbox.access.MemberView;
import dev.signalbox.access.Members;
import dev.signalbox.access.Role;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the roles; a change takes effect with the next request of the person. */
@Service
@Transactional
class MemberBook implements Members {

  private static final String LIST =
      """
      select a.username, a.display_name, array_agg(m.role) roles
      from membership m join account a on a.id = m.account_id
      where m.project = :project
      group by a.username, a.display_name order by a.username
      """;

  private static final String ADD =
      """
      insert into membership (account_id, project, role, granted_at, granted_by)
      values (:account, :project, :role, :now, :by)
      """;

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Timeline timeline;
  private final Clock clock;

  MemberBook(JdbcClient jdbc, Accounts accounts, Timeline timeline, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.timeline = timeline;
    this.clock = clock;
  }

  @Override
  public MemberView grant(String project, String username, Set<Role> roles, Actor by) {
    Account account = locked(project, username);
    Set<Role> all = roles(project, account);
    all.addAll(roles);
    return set(project, account, all, by);
  }

  @Override
  public MemberView put(String project, String username, Set<Role> roles, Actor by) {
    return set(project, locked(project, username), roles, by);
  }

  @Override
  public void remove(String project, String username, Actor by) {
    Account account = locked(project, username);
    if (roles(project, account).isEmpty()) {
      throw new ProblemException(ProblemType.NOT_FOUND, username + " is no member here.");
    }
    set(project, account, Set.of(), by);
  }

  @Override
  @Transactional(readOnly = true)
  public List<MemberView> list(String project) {
    return jdbc.sql(LIST)
        .param("project", project)
        .query(
            (row, _) ->
                new MemberView(
                    row.getString("username"),
                    row.getString("display_name"),
                    Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new))))
        .list();
  }

  private MemberView set(String project, Account account, Set<Role> wanted, Actor by) {
    if (wanted.contains(Role.CI)) {
      throw new ProblemException(
          ProblemType.UNPROCESSABLE, "CI is the role of machines; make a token for them instead.");
    }
    Set<Role> before = roles(project, account);
    if (!before.equals(wanted)) {
      if (before.contains(Role.ADMIN) && !wanted.contains(Role.ADMIN)) {
        requireAnotherAdmin(project, account);
      }
      replace(project, account, before, wanted, by);
      timeline.record(
          new Recordable(
              project,
              by,
              wanted.isEmpty() ? "member.removed" : "member.changed",
              "member",
              account.username(),
              new TreeSet<>(before),
              new TreeSet<>(wanted)));
    }
    return new MemberView(account.username(), account.displayName(), new TreeSet<>(wanted));
  }

  private void replace(
      String project, Account account, Set<Role> before, Set<Role> wanted, Actor by) {
    for (Role role : Role.values()) {
      if (before.contains(role) && !wanted.contains(role)) {
        jdbc.sql(
                "delete from membership where account_id = :account and project = :project"
                    + " and role = :role")
            .param("account", account.id())
            .param("project", project)
            .param("role", role.name())
            .update();
      } else if (wanted.contains(role) && !before.contains(role)) {
        jdbc.sql(ADD)
            .param("account", account.id())
            .param("project", project)
            .param("role", role.name())
            .param("now", Timestamp.from(clock.instant()))
            .param("by", by.name())
            .update();
      }
    }
  }

  private void requireAnotherAdmin(String project, Account account) {
    boolean another =
        jdbc.sql(
                "select exists (select from membership m join account a on a.id = m.account_id"
                    + " where m.project = :project and m.role = 'ADMIN' and a.enabled"
                    + " and m.account_id <> :account)")
            .param("project", project)
            .param("account", account.id())
            .query(Boolean.class)
            .single();
    if (!another) {
      throw new ProblemException(
          ProblemType.CONFLICT, "The project would be left without an admin. Name another first.");
    }
  }

  private Set<Role> roles(String project, Account account) {
    List<Role> roles =
        jdbc.sql("select role from membership where account_id = :account and project = :project")
            .param("account", account.id())
            .param("project", project)
            .query((row, _) -> Role.valueOf(row.getString("role")))
            .list();
    Set<Role> set = EnumSet.noneOf(Role.class);
    set.addAll(roles.isEmpty() ? Collections.emptyList() : roles);
    return set;
  }

  /** Two changes in one project follow each other, so that the last admin cannot slip away. */
  private Account locked(String project, String username) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
        .param("name", "membership " + project)
        .query()
        .singleRow();
    return accounts
        .findByUsername(username)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "There is no account " + username + "."));
  }
}
