package dev.signalbox.access.guard;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import dev.signalbox.wire.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Where a browser goes after the sign-in form. */
@Component
class SignInPages {

  private final Problems problems;

  SignInPages(Problems problems) {
    this.problems = problems;
  }

  void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException {
    response.sendRedirect(local(request.getParameter("next")));
  }

  void refused(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    if (refusal instanceof TooManySignIns tooMany) {
      problems.answer(
          new ProblemException(
                  ProblemType.TOO_MANY_REQUESTS,
                  "Too many sign-ins were refused. Try again in " + tooMany.seconds() + " seconds.")
              .with(Problems.RETRY_AFTER, tooMany.seconds()),
          request,
          response);
      return;
    }
    response.sendRedirect("/login?refused");
  }

  /** An address of ours, whatever the form says; never one of another site. */
  static String local(@Nullable String next) {
    return next != null && next.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}") ? next : "/";
  }
}
