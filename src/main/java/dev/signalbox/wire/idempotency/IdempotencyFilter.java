package dev.signalbox.wire.idempotency;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import dev.signalbox.wire.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Holds the bytes of a POST with an Idempotency-Key and of its answer. Whether the request is a
 * repeat is decided later, by {@link IdempotencyInterceptor}, after the caller was authorised.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

  static final String KEY = IdempotencyFilter.class.getName() + ".key";
  static final String BODY = IdempotencyFilter.class.getName() + ".body";
  static final String CLAIM = IdempotencyFilter.class.getName() + ".claim";

  private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);

  private final IdempotencyRecords records;
  private final int maxBody;
  private final Problems problems;

  IdempotencyFilter(IdempotencyRecords records, IdempotencySettings settings, Problems problems) {
    this.records = records;
    this.maxBody = Math.toIntExact(settings.maxBody().toBytes());
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !request.getRequestURI().startsWith("/api/")
        || request.getHeader(IdempotencyKey.HEADER) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body;
    try {
      List<String> lines = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
      request.setAttribute(KEY, IdempotencyKey.of(lines));
      body = body(request);
    } catch (ProblemException problem) {
      problems.answer(problem, request, response);
      return;
    }
    request.setAttribute(BODY, body);
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    boolean answered = false;
    try {
      chain.doFilter(new RepeatableRequest(request, body), answer);
      answered = true;
    } finally {
      finish(request, answer, answered);
      answer.copyBodyToResponse();
    }
  }

  private byte[] body(HttpServletRequest request) throws IOException {
    @Nullable String type = request.getContentType();
    if (type != null
        && (type.startsWith("multipart/")
            || type.startsWith("application/x-www-form-urlencoded"))) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "Idempotency-Key does not go with form bodies.");
    }
    byte[] body = request.getInputStream().readNBytes(maxBody + 1);
    if (body.length > maxBody) {
      throw new ProblemException(
          ProblemType.PAYLOAD_TOO_LARGE,
          "With an Idempotency-Key a body has at most " + maxBody + " bytes.");
    }
    return body;
  }

  private void finish(
      HttpServletRequest request, ContentCachingResponseWrapper answer, boolean answered) {
    if (!(request.getAttribute(CLAIM) instanceof Claim.Granted granted)) {
      return;
    }
    try {
      if (answered && lasts(answer.getStatus()) && answer.getContentSize() <= maxBody) {
        records.keep(
            granted,
            new Claim.Answer(
                answer.getStatus(),
                answer.getContentType(),
                answer.getHeader(HttpHeaders.LOCATION),
                answer.getHeader(HttpHeaders.ETAG),
                answer.getContentAsByteArray()));
      } else {
        records.release(granted);
      }
    } catch (DataAccessException e) {
      log.warn("An answer could not be kept for repeats; its key stays claimed for the lease", e);
    }
  }

  /** Faults of ours and refusals that a new sign-in or role may lift are not for keeping. */
  private static boolean lasts(int status) {
    return status < 500 && status != 401 && status != 403 && status != 429;
  }
}
