package dev.signalbox.access.web;

import dev.signalbox.access.ApiTokens;
import dev.signalbox.access.IssuedToken;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.access.TokenView;
import dev.signalbox.access.account.SignedIn;
import dev.signalbox.timeline.Actor;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
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

/** A person's own tokens. */
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "tokens")
class TokensController {

  private final ApiTokens tokens;

  TokensController(ApiTokens tokens) {
    this.tokens = tokens;
  }

  /** In a session only: a stolen token must not be able to make itself longer-lived ones. */
  @Operation(summary = "Make a personal token; its secret is shown this once")
  @ApiResponse(responseCode = "201")
  @Requires(Permission.SIGNED_IN)
  @PostMapping
  ResponseEntity<IssuedToken> issue(@Valid @RequestBody TokenRequest request, SignedIn who) {
    if (!who.isInSession()) {
      throw new ProblemException(
          ProblemType.FORBIDDEN, "A token cannot make tokens. Sign in on the pages for that.");
    }
    IssuedToken issued =
        tokens.issuePersonal(person(who), request.name(), request.scopes(), request.days());
    return ResponseEntity.created(URI.create("/api/v1/tokens/" + issued.view().id())).body(issued);
  }

  @Operation(summary = "List the own tokens, newest first")
  @Requires(Permission.SIGNED_IN)
  @GetMapping
  Page<TokenView> list(SignedIn who) {
    return new Page<>(tokens.listPersonal(person(who)), null);
  }

  @Operation(summary = "Revoke an own token at once")
  @ApiResponse(responseCode = "204")
  @Requires(Permission.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @DeleteMapping("/{token}")
  void revoke(@PathVariable String token, SignedIn who) {
    tokens.revokePersonal(person(who), token);
  }

  private static String person(SignedIn who) {
    Actor actor = who.caller().actor();
    if (actor.kind() != Actor.Kind.PERSON) {
      throw new ProblemException(ProblemType.FORBIDDEN, "Only people have personal tokens.");
    }
    return actor.name();
  }
}
