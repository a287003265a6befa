package dev.signalbox.webhook.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.webhook.inbox.IncomingCall;
import dev.signalbox.webhook.inbox.Received;
import dev.signalbox.webhook.inbox.Reception;
import dev.signalbox.webhook.signature.Refusal;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The door for CI systems. A call authenticates itself by its signature and by nothing else. */
@RestController
@Tag(name = "Hooks")
class HookController {

  private final Reception reception;

  HookController(Reception reception) {
    this.reception = reception;
  }

  @PostMapping("/hooks/{source}")
  @Requires(Permission.PUBLIC)
  @Operation(
      summary = "Deliver a signed event; 202 once it is stored, 200 if it was here already",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(mediaType = "application/json", schema = @Schema(type = "object")),
                @Content(mediaType = "application/xml", schema = @Schema(type = "string"))
              }))
  ResponseEntity<Answer> receive(
      @PathVariable String source, HttpServletRequest request, HttpServletResponse response)
      throws IOException, NoResourceFoundException {
    return switch (reception.take(source, new IncomingCall(request))) {
      case Received.Accepted accepted ->
          ResponseEntity.status(HttpStatus.ACCEPTED).body(new Answer("accepted"));
      case Received.AlreadyHere here -> ResponseEntity.ok(new Answer("already received"));
      case Received.NoSuchSource none -> {
        String path = request.getRequestURI();
        throw new NoResourceFoundException(HttpMethod.POST, path, path.substring(1));
      }
      case Received.Refused(Refusal refusal, String detail) -> {
        if (refusal == Refusal.TOO_LARGE || refusal == Refusal.TOO_SLOW) {
          response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        throw problem(refusal, detail);
      }
    };
  }

  /** Whoever is not authentic learns only that, in the same words for every reason. */
  private static ProblemException problem(Refusal refusal, String detail) {
    return switch (refusal) {
      case MISSING_SIGNATURE,
          MALFORMED_SIGNATURE,
          UNSUPPORTED_VERSION,
          MISMATCH,
          MALFORMED_ID,
          MALFORMED_TIMESTAMP,
          OUTSIDE_TOLERANCE ->
          new ProblemException(
              ProblemType.UNAUTHENTICATED, "The delivery is not signed as this hook asks.");
      case NO_SECRET ->
          new ProblemException(
                  ProblemType.UNAVAILABLE, "This hook cannot take deliveries at the moment.")
              .with("retryAfter", 60);
      case TOO_MANY ->
          new ProblemException(
                  ProblemType.TOO_MANY_REQUESTS, "Too many deliveries at once. Send it again soon.")
              .with("retryAfter", 1);
      case ID_REUSED -> new ProblemException(ProblemType.CONFLICT, detail);
      case UNREADABLE -> new ProblemException(ProblemType.INVALID_REQUEST, detail);
      case TOO_SLOW ->
          new ProblemException(ProblemType.INVALID_REQUEST, "The body did not arrive in time.");
      case TOO_LARGE ->
          new ProblemException(
              ProblemType.PAYLOAD_TOO_LARGE, "The body is larger than taken here.");
      case ENCODED, MEDIA_TYPE ->
          new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, refusal.hint());
    };
  }

  /** The answer to a delivery that was taken. */
  record Answer(String status) {}
}
