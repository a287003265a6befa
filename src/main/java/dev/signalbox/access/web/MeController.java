package dev.signalbox.access.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.access.Role;
import dev.signalbox.timeline.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a caller who they are here, for the first try of a new token. */
@RestController
@Tag(name = "tokens")
class MeController {

  record MeView(
      String name,
      Actor.Kind kind,
      boolean systemAdministrator,
      Map<String, Set<Role>> roles,
      Set<String> scopes) {}

  @Operation(summary = "Who am I, and what may I do")
  @Requires(Permission.SIGNED_IN)
  @GetMapping("/api/v1/me")
  MeView me(Caller caller) {
    Set<String> scopes = new TreeSet<>(caller.scopes());
    scopes.remove("");
    return new MeView(
        caller.actor().name(),
        caller.actor().kind(),
        caller.systemAdministrator(),
        new TreeMap<>(caller.roles()),
        scopes);
  }
}
