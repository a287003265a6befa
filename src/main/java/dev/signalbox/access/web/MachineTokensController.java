package dev.signalbox.access.web;

import dev.signalbox.access.ApiTokens;
import dev.signalbox.access.Caller;
import dev.signalbox.access.IssuedToken;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.access.TokenView;
import dev.signalbox.wire.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tokens of a project's machines (CI). */
@RestController
@RequestMapping("/api/v1/projects/{project}/tokens")
@Tag(name = "tokens")
class MachineTokensController {

  private final ApiTokens tokens;

  MachineTokensController(ApiTokens tokens) {
    this.tokens = tokens;
  }

  @Operation(summary = "Make a token for a machine; its secret is shown this once")
  @ApiResponse(responseCode = "201")
  @Requires(Permission.MANAGE_MEMBER)
  @PostMapping
  ResponseEntity<IssuedToken> issueMachine(
      @PathVariable String project, @Valid @RequestBody TokenRequest request, Caller caller) {
    IssuedToken issued =
        tokens.issueMachine(
            project, request.name(), request.scopes(), request.days(), caller.actor());
    String address = "/api/v1/projects/" + project + "/tokens/" + issued.view().id();
    return ResponseEntity.created(URI.create(address)).body(issued);
  }

  @Operation(summary = "List the tokens of the machines, newest first")
  @Requires(Permission.MANAGE_MEMBER)
  @GetMapping
  Page<TokenView> listMachines(@PathVariable String project) {
    return new Page<>(tokens.listMachines(project), null);
  }

  @Operation(summary = "Revoke a machine's token at once")
  @ApiResponse(responseCode = "204")
  @Requires(Permission.MANAGE_MEMBER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @DeleteMapping("/{token}")
  void revokeMachine(@PathVariable String project, @PathVariable String token, Caller caller) {
    tokens.revokeMachine(project, token, caller.actor());
  }
}
