package dev.signalbox.access.web;

import dev.signalbox.access.AccountView;
import dev.signalbox.access.Caller;
import dev.signalbox.access.NewAccount;
import dev.signalbox.access.People;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.wire.EntityTag;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, for system administrators. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "accounts")
class AccountsController {

  private final People people;

  AccountsController(People people) {
    this.people = people;
  }

  record NewAccountRequest(
      @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,62}") String username,
      @NotBlank @Size(max = 120) String displayName,
      @Nullable Boolean systemAdministrator) {}

  @Operation(summary = "Make an account; the one-time password is shown this once")
  @ApiResponse(responseCode = "201")
  @Requires(Permission.ADMINISTER_SYSTEM)
  @PostMapping
  ResponseEntity<NewAccount> create(@Valid @RequestBody NewAccountRequest request, Caller caller) {
    NewAccount made =
        people.create(
            request.username(),
            request.displayName(),
            Boolean.TRUE.equals(request.systemAdministrator()),
            caller.actor());
    return ResponseEntity.created(URI.create("/api/v1/accounts/" + made.account().username()))
        .eTag(EntityTag.of(made.account().version()))
        .body(made);
  }

  @Operation(summary = "List the accounts by username")
  @Requires(Permission.ADMINISTER_SYSTEM)
  @GetMapping
  Page<AccountView> list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return people.list(cursor, Limit.of(limit));
  }

  @Operation(summary = "Read an account")
  @Requires(Permission.ADMINISTER_SYSTEM)
  @GetMapping("/{username}")
  ResponseEntity<AccountView> find(@PathVariable String username) {
    return answer(
        people
            .find(username)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such account.")));
  }

  @Operation(summary = "Disable an account: its sessions and tokens end at once")
  @Requires(Permission.ADMINISTER_SYSTEM)
  @PostMapping("/{username}/disable")
  ResponseEntity<AccountView> disable(@PathVariable String username, Caller caller) {
    return answer(people.disable(username, caller.actor()));
  }

  @Operation(summary = "Enable an account again")
  @Requires(Permission.ADMINISTER_SYSTEM)
  @PostMapping("/{username}/enable")
  ResponseEntity<AccountView> enable(@PathVariable String username, Caller caller) {
    return answer(people.enable(username, caller.actor()));
  }

  @Operation(summary = "Void the password; the new one-time password is shown this once")
  @Requires(Permission.ADMINISTER_SYSTEM)
  @PostMapping("/{username}/reset-password")
  NewAccount resetPassword(@PathVariable String username, Caller caller) {
    return people.resetPassword(username, caller.actor());
  }

  private static ResponseEntity<AccountView> answer(AccountView account) {
    return ResponseEntity.ok().eTag(EntityTag.of(account.version())).body(account);
  }
}
