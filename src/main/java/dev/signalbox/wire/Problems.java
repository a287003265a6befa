package dev.signalbox.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Renders problems outside of controllers (filters, interceptors): a document (RFC 9457) for the
 * API and the hooks, the error page for people.
 */
@Component
public class Problems {

  /** Request attribute that hands a problem over to the error page. */
  public static final String ATTRIBUTE = Problems.class.getName() + ".problem";

  /** Seconds to wait that go with an answer 429 or 503 unless the problem says its own. */
  public static final String RETRY_AFTER = "retryAfter";

  /** Member of a 401 that says in one word what is wrong with the token. */
  public static final String REASON = "reason";

  private final JsonMapper json;

  Problems(JsonMapper json) {
    this.json = json;
  }

  /** Whether the answer goes to a program: a document instead of a page. */
  public static boolean isForPrograms(String path) {
    return path.equals("/api")
        || path.startsWith("/api/")
        || path.equals("/hooks")
        || path.startsWith("/hooks/");
  }

  /** Ends the request with this problem. */
  public void answer(
      ProblemException problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isForPrograms(request.getRequestURI())) {
      request.setAttribute(ATTRIBUTE, problem);
      response.sendError(problem.type().status().value());
      return;
    }
    headers(problem).forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
    response.setStatus(problem.type().status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsBytes(document(problem, request.getRequestURI())));
  }

  /** The members of the document, in the order of the standard and then our own. */
  public static Map<String, Object> document(ProblemException problem, String path) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", problem.type().uri().toString());
    document.put("title", problem.type().title());
    document.put("status", problem.type().status().value());
    String detail = problem.getMessage();
    document.put("detail", detail == null ? problem.type().title() : detail);
    document.put("instance", path);
    String id = RequestId.current();
    if (id != null) {
      document.put("requestId", id);
    }
    problem.properties().forEach(document::putIfAbsent);
    return document;
  }

  /** Headers that belong to the problem: Retry-After, and the challenge (RFC 6750) of a 401. */
  public static HttpHeaders headers(ProblemException problem) {
    HttpHeaders headers = new HttpHeaders();
    Object wait = problem.properties().get(RETRY_AFTER);
    if (wait != null) {
      headers.set(HttpHeaders.RETRY_AFTER, wait.toString());
    } else if (problem.type() == ProblemType.UNAVAILABLE) {
      headers.set(HttpHeaders.RETRY_AFTER, "5");
    }
    if (problem.type() == ProblemType.UNAUTHENTICATED) {
      Object reason = problem.properties().get(REASON);
      headers.set(
          HttpHeaders.WWW_AUTHENTICATE,
          "Bearer realm=\"signalbox\""
              + (reason == null
                  ? ""
                  : ", error=\"invalid_token\", error_description=\"" + reason + "\""));
    }
    return headers;
  }
}
