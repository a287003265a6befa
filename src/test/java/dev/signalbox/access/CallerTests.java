package dev.signalbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.timeline.Actor;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallerTests {

  private static final Set<String> ALL =
      Arrays.stream(Permission.values()).map(Permission::scope).collect(Collectors.toSet());

  @ParameterizedTest
  @EnumSource(Permission.class)
  void hasAPermissionInTheProjectOfTheRoleOnly(Permission permission) {
    for (Role role : Role.values()) {
      Caller caller = person(Map.of("ops", Set.of(role)), ALL);
      if (permission.isPerProject()) {
        assertThat(caller.may(permission, "ops")).isEqualTo(permission.roles().contains(role));
        assertThat(caller.may(permission, "other")).isFalse();
      }
    }
  }

  @Test
  void hasNoMoreThanTheScopesOfItsToken() {
    Caller reader = person(Map.of("ops", Set.of(Role.ADMIN)), Set.of("read"));
    assertThat(reader.may(Permission.VIEW_PROJECT, "ops")).isTrue();
    assertThat(reader.may(Permission.MANAGE_MEMBER, "ops")).isFalse();
    assertThat(person(Map.of(), Set.of()).may(Permission.SIGNED_IN, "")).isFalse();
  }

  @Test
  void neverLetsAMachineApprove() {
    Map<String, Set<Role>> roles = Map.of("ops", Set.of(Role.RELEASE_MANAGER, Role.CI));
    Caller machine = new Caller(Actor.machine("ci:build"), true, roles, ALL);
    assertThat(machine.may(Permission.APPROVE_GATE, "ops")).isFalse();
    assertThat(machine.may(Permission.REPORT_RESULT, "ops")).isTrue();
    assertThat(person(roles, ALL).may(Permission.APPROVE_GATE, "ops")).isTrue();
  }

  @Test
  void givesASystemAdministratorNoRoleInProjects() {
    Caller administrator = new Caller(Actor.person("root"), true, Map.of(), ALL);
    assertThat(administrator.may(Permission.ADMINISTER_SYSTEM, "")).isTrue();
    assertThat(administrator.may(Permission.VIEW_PROJECT, "ops")).isFalse();
  }

  private static Caller person(Map<String, Set<Role>> roles, Set<String> scopes) {
    return new Caller(Actor.person("kim"), false, roles, scopes);
  }
}
