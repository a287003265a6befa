package dev.signalbox.access.account;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Role;
import dev.signalbox.timeline.Actor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The caller of the current request, in the form that Spring Security carries along. */
public final class SignedIn extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private static final Set<String> ALL_SCOPES =
      Arrays.stream(Permission.values()).map(Permission::scope).collect(Collectors.toSet());

  private final transient Caller caller;
  private final String name;
  private final @Nullable Long account;
  private final boolean mustChangePassword;
  private final boolean inSession;

  private SignedIn(
      Caller caller,
      String name,
      @Nullable Long account,
      boolean mustChangePassword,
      boolean inSession) {
    super(List.of());
    this.caller = caller;
    this.name = name;
    this.account = account;
    this.mustChangePassword = mustChangePassword;
    this.inSession = inSession;
    setAuthenticated(true);
  }

  /** A person in a browser, who has all scopes. */
  public static SignedIn inSession(
      long account,
      String username,
      boolean systemAdministrator,
      boolean mustChangePassword,
      Map<String, Set<Role>> roles) {
    Caller caller = new Caller(Actor.person(username), systemAdministrator, roles, ALL_SCOPES);
    return new SignedIn(caller, username, account, mustChangePassword, true);
  }

  /** A person's program with a personal token. */
  public static SignedIn byToken(Caller caller, long account, boolean mustChangePassword) {
    return new SignedIn(caller, caller.actor().name(), account, mustChangePassword, false);
  }

  /** A machine of one project. */
  public static SignedIn machine(Caller caller, String project) {
    return new SignedIn(caller, project + "/" + caller.actor().name(), null, false, false);
  }

  public Caller caller() {
    return caller;
  }

  /** The account behind it; null for a machine. */
  public @Nullable Long account() {
    return account;
  }

  /** Whether nothing is allowed before an own password was set. */
  public boolean mustChangePassword() {
    return mustChangePassword;
  }

  /** Whether a person sits at the other end, rather than a program with a token. */
  public boolean isInSession() {
    return inSession;
  }

  /** The username, or {@code project/ci:machine}; a username has no slash, so it is unique. */
  @Override
  public String getName() {
    return name;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public Object getPrincipal() {
    return name;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
