package dev.signalbox.validation.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.validation.ReportedResult;
import dev.signalbox.validation.ResultDocument;
import dev.signalbox.validation.ResultVerdict;
import dev.signalbox.validation.Validation;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Results straight from CI, with an API token instead of a signature. */
@RestController
@RequestMapping("/api/v1/projects/{project}/attempts/{attempt}/results")
@Tag(name = "results", description = "What CI reports of an attempt")
class ResultController {

  private final Validation validation;

  ResultController(Validation validation) {
    this.validation = validation;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.REPORT_RESULT)
  @Operation(summary = "Report an outcome, facts, a JUnit report or a sign of life")
  ResultResponse document(
      @PathVariable ProjectKey project,
      @PathVariable UUID attempt,
      HttpServletRequest request,
      Caller caller)
      throws IOException {
    ReportedResult result;
    try {
      result = ResultDocument.parse(bounded(request), attempt, origin(caller));
    } catch (ResultDocument.Unreadable e) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
    return answer(validation.report(project, result, caller.actor()));
  }

  @PostMapping(consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
  @Requires(Permission.REPORT_RESULT)
  @Operation(summary = "Report a bare JUnit document; its tests decide the outcome")
  ResultResponse junit(
      @PathVariable ProjectKey project,
      @PathVariable UUID attempt,
      HttpServletRequest request,
      Caller caller)
      throws IOException {
    ReportedResult result = ResultDocument.ofReport(bounded(request), attempt, origin(caller));
    return answer(validation.report(project, result, caller.actor()));
  }

  private static String origin(Caller caller) {
    return "api " + caller.actor().name();
  }

  private static byte[] bounded(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > ResultDocument.MAX_BYTES) {
      throw tooLarge();
    }
    byte[] body = request.getInputStream().readNBytes(ResultDocument.MAX_BYTES + 1);
    if (body.length > ResultDocument.MAX_BYTES) {
      throw tooLarge();
    }
    return body;
  }

  private static ProblemException tooLarge() {
    return new ProblemException(
            ProblemType.PAYLOAD_TOO_LARGE, "A result is at most 5 MiB; send a smaller report.")
        .with("maxBytes", ResultDocument.MAX_BYTES);
  }

  private static ResultResponse answer(ResultVerdict verdict) {
    return switch (verdict) {
      case APPLIED, DUPLICATE, LATE, CONFLICT -> new ResultResponse(verdict);
      case UNKNOWN_ATTEMPT ->
          throw new ProblemException(ProblemType.NOT_FOUND, "The project has no such attempt.");
    };
  }

  /** What became of the result; it is stored in any case. */
  record ResultResponse(ResultVerdict verdict) {}
}
