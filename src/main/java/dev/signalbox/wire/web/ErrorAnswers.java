package dev.signalbox.wire.web;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.Problems;
import dev.signalbox.wire.RequestId;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Chooses the form of an error: a document for programs, the page {@code error} for people. */
@Component
final class ErrorAnswers {

  /** What a handler method returns; Spring looks at the object itself. */
  Object answer(ProblemException problem, String path) {
    if (Problems.isForPrograms(path)) {
      return ResponseEntity.status(problem.type().status())
          .headers(Problems.headers(problem))
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(Problems.document(problem, path));
    }
    ModelAndView page = new ModelAndView("error", problem.type().status());
    page.addAllObjects(
        Map.of(
            "status", problem.type().status().value(),
            "title", problem.type().title(),
            "detail", String.valueOf(problem.getMessage()),
            "requestId", String.valueOf(RequestId.current())));
    return page;
  }
}
