package dev.signalbox.access.guard;

import dev.signalbox.access.account.Sessions;
import dev.signalbox.access.account.SignedIn;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Carries the session in a cookie that holds nothing but a random secret. Signing in always makes a
 * new one, so a secret that was planted before is worth nothing (session fixation).
 */
@Component
class SessionCookie implements SecurityContextRepository {

  static final String NAME = "signalbox_session";

  private final Sessions sessions;

  SessionCookie(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(request);
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return new Deferred(holder.getRequest()).get();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    @Nullable Authentication authentication = context.getAuthentication();
    secret(request).ifPresent(sessions::close);
    if (authentication instanceof SignedIn who && who.isInSession()) {
      write(request, response, sessions.open(Objects.requireNonNull(who.account())), false);
    } else if (secret(request).isPresent()) {
      write(request, response, "", true);
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return secret(request).isPresent();
  }

  /** The secret in the cookie, if the request has one. */
  static Optional<String> secret(HttpServletRequest request) {
    Cookie @Nullable [] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME))
            .map(Cookie::getValue)
            .filter(value -> value != null && !value.isEmpty())
            .findFirst();
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, String value, boolean delete) {
    ResponseCookie.ResponseCookieBuilder cookie =
        ResponseCookie.from(NAME, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/");
    if (delete) {
      cookie.maxAge(Duration.ZERO);
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
  }

  /**
   * Looks the session up when somebody asks who is calling, and only once. If that fails, the one
   * who asked first hears of it and the request ends with a problem; whoever asks later, such as
   * the error page, finds nobody signed in.
   */
  private final class Deferred implements DeferredSecurityContext {

    private final HttpServletRequest request;
    private @Nullable SecurityContext context;

    Deferred(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      if (context == null) {
        SecurityContext nobody = SecurityContextHolder.createEmptyContext();
        context = nobody;
        context = who().<SecurityContext>map(SecurityContextImpl::new).orElse(nobody);
      }
      return context;
    }

    /** What an open page fetches by itself, which is nobody's activity. */
    private boolean isPassive() {
      return request.getHeader("HX-Request") != null || request.getRequestURI().endsWith("/events");
    }

    private Optional<SignedIn> who() {
      if (BearerFilter.applies(request)) {
        return Optional.empty();
      }
      try {
        return secret(request).flatMap(isPassive() ? sessions::peek : sessions::find);
      } catch (DataAccessException e) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
          return Optional.empty();
        }
        throw e;
      }
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
