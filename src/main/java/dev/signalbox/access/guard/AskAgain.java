package dev.signalbox.access.guard;

import dev.signalbox.access.Permission;
import dev.signalbox.access.StandingAccess;
import dev.signalbox.access.account.Sessions;
import dev.signalbox.access.account.SignedIn;
import dev.signalbox.access.token.TokenCheck;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges the credentials of a running request again, as at its beginning. */
@Component
class AskAgain implements StandingAccess {

  private final TokenCheck tokens;
  private final Sessions sessions;

  AskAgain(TokenCheck tokens, Sessions sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  @Override
  public boolean mayStill(HttpServletRequest request, Permission permission, String project) {
    return who(request)
        .filter(who -> !who.mustChangePassword())
        .filter(who -> who.caller().may(permission, project))
        .isPresent();
  }

  private Optional<SignedIn> who(HttpServletRequest request) {
    if (!BearerFilter.applies(request)) {
      return SessionCookie.secret(request).flatMap(sessions::peek);
    }
    return BearerFilter.token(request)
        .map(tokens::check)
        .flatMap(
            verdict ->
                switch (verdict) {
                  case TokenCheck.Accepted(var who) -> Optional.of(who);
                  case TokenCheck.Refused _ -> Optional.empty();
                });
  }
}
