package dev.signalbox.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * What an endpoint asks of its caller, the roles that have it, and the token scope that carries it.
 */
public enum Permission {
  /** Anyone, signed in or not. */
  PUBLIC("", Set.of()),
  /** Anyone who is signed in, in no particular project. */
  SIGNED_IN("read", Set.of()),
  /** Accounts marked as system administrators: projects, accounts. */
  ADMINISTER_SYSTEM("admin", Set.of()),
  VIEW_PROJECT("read", EnumSet.allOf(Role.class)),
  EDIT_PLAN("plan:write", EnumSet.of(Role.CONTRIBUTOR, Role.RELEASE_MANAGER, Role.ADMIN)),
  TRIGGER_JOB(
      "jobs:trigger", EnumSet.of(Role.CONTRIBUTOR, Role.RELEASE_MANAGER, Role.ADMIN, Role.CI)),
  DEFINE_JOB("jobs:define", EnumSet.of(Role.RELEASE_MANAGER, Role.ADMIN)),
  REPORT_RESULT("results:write", EnumSet.of(Role.CI)),
  REQUEST_DECISION("gates:request", EnumSet.of(Role.CONTRIBUTOR, Role.RELEASE_MANAGER, Role.ADMIN)),
  /** Only people; a machine token never has it, whatever its scopes say. */
  APPROVE_GATE("gates:approve", EnumSet.of(Role.RELEASE_MANAGER)),
  EDIT_GATE("gates:define", EnumSet.of(Role.ADMIN)),
  MANAGE_SOURCE("sources:manage", EnumSet.of(Role.ADMIN)),
  MANAGE_MEMBER("members:manage", EnumSet.of(Role.ADMIN));

  private final String scope;

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf cannot be changed
  private final Set<Role> roles;

  Permission(String scope, Set<Role> roles) {
    this.scope = scope;
    this.roles = Set.copyOf(roles);
  }

  /** The token scope that carries this permission, such as {@code gates:approve}. */
  public String scope() {
    return scope;
  }

  /** Roles that have this permission in their project; empty where no project is asked. */
  public Set<Role> roles() {
    return roles;
  }

  /** Whether this permission is asked within the project named by the path variable {project}. */
  public boolean isPerProject() {
    return !roles.isEmpty();
  }
}
