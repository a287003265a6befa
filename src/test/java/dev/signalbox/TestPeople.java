package dev.signalbox;

import dev.signalbox.access.ApiTokens;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Role;
import dev.signalbox.timeline.Actor;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes people and machines for tests, each under a name of its own. */
@Component
public class TestPeople {

  /** Everything that a token can be allowed. */
  public static final Set<String> ALL_SCOPES =
      Arrays.stream(Permission.values())
          .map(Permission::scope)
          .filter(scope -> !scope.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final JdbcClient jdbc;
  private final ApiTokens tokens;

  TestPeople(JdbcClient jdbc, ApiTokens tokens) {
    this.jdbc = jdbc;
    this.tokens = tokens;
  }

  /**
   * A person.
   *
   * @param password works at the sign-in form at once
   * @param token a personal token with all scopes, for {@code Authorization: Bearer}
   */
  public record Person(String username, String password, String token) {

    public Actor actor() {
      return Actor.person(username);
    }

    /** The part of the token that is no secret. */
    public String tokenId() {
      return token.split("_", -1)[1];
    }

    public String bearer() {
      return "Bearer " + token;
    }
  }

  /** A person with these roles in the project. */
  public Person person(String project, Role... roles) {
    Person person = person(false);
    grant(project, person.username(), roles);
    return person;
  }

  /** A person who may make projects and accounts, and is in no project. */
  public Person systemAdministrator() {
    return person(true);
  }

  /** Bearer token of a machine of the project, with all scopes that machines can have. */
  public String machineToken(String project) {
    return tokens
        .issueMachine(project, "build", ApiTokens.MACHINE_SCOPES, null, Actor.system("test"))
        .token();
  }

  /** Adds roles, past all rules. */
  public void grant(String project, String username, Role... roles) {
    for (Role role : roles) {
      jdbc.sql(
              "insert into membership (account_id, project, role, granted_at, granted_by)"
                  + " select id, ?, ?, now(), 'test' from account where username = ?")
          .param(project)
          .param(role.name())
          .param(username)
          .update();
    }
  }

  /** Takes all roles away, past all rules. */
  public void expel(String project, String username) {
    jdbc.sql(
            "delete from membership where project = ? and account_id ="
                + " (select id from account where username = ?)")
        .param(project)
        .param(username)
        .update();
  }

  private Person person(boolean systemAdministrator) {
    String username = "person-" + COUNT.incrementAndGet();
    String password = "correct horse " + COUNT.get();
    jdbc.sql(
            "insert into account (username, display_name, password_hash, must_change_password,"
                + " enabled, system_administrator, created_at, version)"
                + " values (?, ?, ?, false, true, ?, now(), 0)")
        .param(username)
        .param("Person " + COUNT.get())
        .param("{noop}" + password)
        .param(systemAdministrator)
        .update();
    String token = tokens.issuePersonal(username, "test", ALL_SCOPES, null).token();
    return new Person(username, password, token);
  }
}
