package dev.signalbox.dashboard.web;

import dev.signalbox.access.ApiTokens;
import dev.signalbox.access.Caller;
import dev.signalbox.access.IssuedToken;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.TokenRow;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own tokens. */
@Controller
@RequestMapping("/account")
class AccountController {

  /** What a personal token can carry; reporting results is for machines. */
  private static final List<String> SCOPES =
      Arrays.stream(Permission.values())
          .filter(permission -> permission != Permission.REPORT_RESULT)
          .map(Permission::scope)
          .filter(scope -> !scope.isEmpty())
          .distinct()
          .toList();

  private final ApiTokens tokens;

  AccountController(ApiTokens tokens) {
    this.tokens = tokens;
  }

  @GetMapping
  @Requires(Permission.SIGNED_IN)
  String account(Caller caller, Model model) {
    return show(caller, null, model);
  }

  @PostMapping("/tokens")
  @Requires(Permission.SIGNED_IN)
  String issue(
      @RequestParam String name,
      @RequestParam(defaultValue = "") Set<String> scopes,
      @RequestParam(defaultValue = "90") int days,
      Caller caller,
      Model model) {
    return show(
        caller, tokens.issuePersonal(caller.actor().name(), name.strip(), scopes, days), model);
  }

  @PostMapping("/tokens/{id}/revoke")
  @Requires(Permission.SIGNED_IN)
  String revoke(@PathVariable String id, Caller caller) {
    tokens.revokePersonal(caller.actor().name(), id);
    return "redirect:/account";
  }

  private String show(Caller caller, @Nullable IssuedToken issued, Model model) {
    model.addAttribute("issued", issued);
    model.addAttribute("scopes", SCOPES);
    model.addAttribute(
        "tokens", tokens.listPersonal(caller.actor().name()).stream().map(TokenRow::of).toList());
    return "account";
  }
}
