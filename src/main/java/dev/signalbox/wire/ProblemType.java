package dev.signalbox.wire;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The catalogue of problems that Signalbox answers with (RFC 9457); the {@code type} is stable. */
public enum ProblemType {
  INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be read"),
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Sign in, or send a valid token"),
  FORBIDDEN(HttpStatus.FORBIDDEN, "You may not do this"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take that method"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No representation fits the Accept header"),
  CONFLICT(HttpStatus.CONFLICT, "The present state does not allow it"),
  CYCLE(HttpStatus.CONFLICT, "The dependency would close a circle"),
  ALREADY_EXISTS(HttpStatus.CONFLICT, "It exists already"),
  PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "It was changed in the meantime"),
  PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "Say which version you mean (If-Match)"),
  PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The content is too large"),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The content type is not taken here"),
  UNPROCESSABLE(HttpStatus.UNPROCESSABLE_CONTENT, "The content is understood but not acceptable"),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"),
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not available at the moment");

  private final HttpStatus status;
  private final String title;

  ProblemType(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  public HttpStatus status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The stable identifier of this problem, a URN. */
  public URI uri() {
    return URI.create("urn:signalbox:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
