package dev.signalbox.access.web;

import dev.signalbox.access.People;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.access.account.SignedIn;
import dev.signalbox.wire.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages for signing in and for setting one's own password. */
@Controller
class SignInPage {

  private final People people;

  SignInPage(People people) {
    this.people = people;
  }

  @Requires(Permission.PUBLIC)
  @GetMapping("/login")
  String login(
      @RequestParam(required = false) @Nullable String next,
      @RequestParam(required = false) @Nullable String refused,
      @RequestParam(required = false) @Nullable String bye,
      @RequestParam(required = false) @Nullable String changed,
      Model model) {
    model.addAttribute("next", next);
    model.addAttribute("refused", refused != null);
    model.addAttribute("bye", bye != null);
    model.addAttribute("changed", changed != null);
    return "login";
  }

  @Requires(Permission.SIGNED_IN)
  @GetMapping("/password")
  String password(SignedIn who, Model model) {
    model.addAttribute("username", who.caller().actor().name());
    model.addAttribute("forced", who.mustChangePassword());
    return "password";
  }

  /** Ends all sessions of the person, this one too: the new password is tried at once. */
  @Requires(Permission.SIGNED_IN)
  @PostMapping("/password")
  ModelAndView change(
      SignedIn who,
      @RequestParam String present,
      @RequestParam String fresh,
      @RequestParam String again) {
    String username = who.caller().actor().name();
    try {
      if (!fresh.equals(again)) {
        return refused(who, "The two new passwords are not the same.");
      }
      people.changePassword(username, present, fresh);
      return new ModelAndView("redirect:/login?changed");
    } catch (ProblemException problem) {
      return refused(who, String.valueOf(problem.getMessage()));
    }
  }

  private static ModelAndView refused(SignedIn who, String problem) {
    ModelAndView page = new ModelAndView("password", HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("username", who.caller().actor().name());
    page.addObject("forced", who.mustChangePassword());
    page.addObject("problem", problem);
    return page;
  }
}
