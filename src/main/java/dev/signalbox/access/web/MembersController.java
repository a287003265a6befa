package dev.signalbox.access.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.MemberView;
import dev.signalbox.access.Members;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.access.Role;
import dev.signalbox.wire.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The members of a project and their roles. */
@RestController
@RequestMapping("/api/v1/projects/{project}/members")
@Tag(name = "members")
class MembersController {

  private final Members members;

  MembersController(Members members) {
    this.members = members;
  }

  record RolesRequest(@NotEmpty Set<@NotNull Role> roles) {}

  @Operation(summary = "List the members")
  @Requires(Permission.MANAGE_MEMBER)
  @GetMapping
  Page<MemberView> list(@PathVariable String project) {
    return new Page<>(members.list(project), null);
  }

  @Operation(summary = "Set the roles of a person")
  @Requires(Permission.MANAGE_MEMBER)
  @PutMapping("/{username}")
  MemberView put(
      @PathVariable String project,
      @PathVariable String username,
      @Valid @RequestBody RolesRequest request,
      Caller caller) {
    return members.put(project, username, request.roles(), caller.actor());
  }

  @Operation(summary = "Take all roles of a person away")
  @ApiResponse(responseCode = "204")
  @Requires(Permission.MANAGE_MEMBER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @DeleteMapping("/{username}")
  void remove(@PathVariable String project, @PathVariable String username, Caller caller) {
    members.remove(project, username, caller.actor());
  }
}
