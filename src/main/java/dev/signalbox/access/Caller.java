package dev.signalbox.access;

import dev.signalbox.timeline.Actor;
import java.util.Map;
import java.util.Set;

/**
 * Who is calling, as a handler argument; resolved from the session or the API token.
 *
 * @param actor ends up on the timeline
 * @param systemAdministrator may make projects and accounts
 * @param roles by project key, read from the database in this request
 * @param scopes of the token in use; a session has all of them
 */
public record Caller(
    Actor actor, boolean systemAdministrator, Map<String, Set<Role>> roles, Set<String> scopes) {

  /**
   * Whether this caller has the permission, in the given project where it is asked per project.
   * Approving is for people: no machine has it, whatever its scopes say.
   */
  public boolean may(Permission permission, String project) {
    if (permission == Permission.PUBLIC) {
      return true;
    }
    if (!scopes.contains(permission.scope())) {
      return false;
    }
    if (permission == Permission.APPROVE_GATE && actor.kind() != Actor.Kind.PERSON) {
      return false;
    }
    return switch (permission) {
      case SIGNED_IN -> true;
      case ADMINISTER_SYSTEM -> systemAdministrator;
      default ->
          roles.getOrDefault(project, Set.of()).stream().anyMatch(permission.roles()::contains);
    };
  }
}
