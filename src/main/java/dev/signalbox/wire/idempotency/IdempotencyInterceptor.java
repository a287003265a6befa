package dev.signalbox.wire.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets the first request with a key through and answers its repeats from memory. Runs after the
 * authorisation, so that nobody gets an old answer that they may not see any more.
 */
final class IdempotencyInterceptor implements HandlerInterceptor {

  /** Says that an answer is a repeat. */
  static final String REPLAYED = "Idempotency-Replayed";

  private final IdempotencyRecords records;

  IdempotencyInterceptor(IdempotencyRecords records) {
    this.records = records;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    @Nullable Principal caller = request.getUserPrincipal();
    if (caller == null
        || request.getAttribute(IdempotencyFilter.CLAIM) != null
        || !(request.getAttribute(IdempotencyFilter.KEY) instanceof IdempotencyKey key)
        || !(request.getAttribute(IdempotencyFilter.BODY) instanceof byte[] body)) {
      return true;
    }
    Claim.Scope scope =
        new Claim.Scope(
            caller.getName(), request.getMethod(), request.getRequestURI(), key.value());
    return switch (records.claim(scope, digest(request, body))) {
      case Claim.Granted granted -> {
        request.setAttribute(IdempotencyFilter.CLAIM, granted);
        yield true;
      }
      case Claim.Answered(Claim.Answer answer) -> {
        replay(answer, response);
        yield false;
      }
      case Claim.InFlight _ ->
          throw new ProblemException(
              ProblemType.CONFLICT,
              "A request with this Idempotency-Key is still being worked on. Try again soon.");
      case Claim.Differs _ ->
          throw new ProblemException(
              ProblemType.UNPROCESSABLE,
              "This Idempotency-Key was used for a different request. Take a new key.");
    };
  }

  private static void replay(Claim.Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    response.setHeader(REPLAYED, "true");
    if (answer.contentType() != null) {
      response.setContentType(answer.contentType());
    }
    if (answer.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    if (answer.entityTag() != null) {
      response.setHeader(HttpHeaders.ETAG, answer.entityTag());
    }
    response.getOutputStream().write(answer.body());
  }

  private static byte[] digest(HttpServletRequest request, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      @Nullable String query = request.getQueryString();
      @Nullable String type = request.getContentType();
      digest.update(((query == null ? "" : query) + "\n").getBytes(UTF_8));
      digest.update(((type == null ? "" : type) + "\n").getBytes(UTF_8));
      return digest.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
