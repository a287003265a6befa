package dev.signalbox.access.guard;

import dev.signalbox.access.token.TokenCheck;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import dev.signalbox.wire.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes tokens from the Authorization header of API requests, and from nowhere else. Whoever sends
 * that header is judged by it alone; a session in a cookie does not make up for a bad token.
 */
final class BearerFilter extends OncePerRequestFilter {

  private static final String SCHEME = "bearer ";
  private static final int REFUSALS_A_MINUTE = 100;

  private final TokenCheck tokens;
  private final Problems problems;
  private final AccessMeters meters;
  private final Throttle throttle;

  BearerFilter(TokenCheck tokens, Problems problems, AccessMeters meters, Clock clock) {
    this.tokens = tokens;
    this.problems = problems;
    this.meters = meters;
    this.throttle = new Throttle(clock, REFUSALS_A_MINUTE, Duration.ofMinutes(1));
  }

  /** Whether the caller of an API request is judged by a token instead of a session. */
  static boolean applies(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/")
        && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  /** The text behind the scheme, if it is ours. */
  static Optional<String> token(HttpServletRequest request) {
    @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
        ? Optional.empty()
        : Optional.of(header.substring(SCHEME.length()).strip());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !applies(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    TokenCheck.Verdict verdict;
    try {
      verdict = verdict(request);
    } catch (DataAccessException _) {
      problems.answer(
          new ProblemException(
              ProblemType.UNAVAILABLE,
              "The token cannot be checked at the moment. Try again soon."),
          request,
          response);
      return;
    }
    switch (verdict) {
      case TokenCheck.Accepted(var who) -> {
        meters.count(AccessMeters.Token.ACCEPTED);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
      }
      case TokenCheck.Refused(var reason) ->
          problems.answer(refusal(request, reason), request, response);
    }
  }

  private TokenCheck.Verdict verdict(HttpServletRequest request) {
    Optional<String> token = token(request);
    return token.isEmpty()
        ? new TokenCheck.Refused(TokenCheck.Reason.MALFORMED)
        : tokens.check(token.get());
  }

  /** Guessing gets slower answers to read, not a lock: a good token always works. */
  private ProblemException refusal(HttpServletRequest request, TokenCheck.Reason reason) {
    meters.count(AccessMeters.Token.valueOf(reason.name()));
    String source = request.getRemoteAddr();
    Optional<Duration> pause = reason.isGuess() ? throttle.pause(source) : Optional.empty();
    if (pause.isPresent()) {
      return new ProblemException(
              ProblemType.TOO_MANY_REQUESTS, "Too many bad tokens came from this address.")
          .with(Problems.RETRY_AFTER, pause.get().toSeconds() + 1);
    }
    if (reason.isGuess()) {
      throttle.refused(source);
    }
    return new ProblemException(ProblemType.UNAUTHENTICATED, reason.text())
        .with(Problems.REASON, reason.name().toLowerCase(Locale.ROOT));
  }
}
