package dev.signalbox.wire.web;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import dev.signalbox.wire.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside of the controllers: filters, the container, addresses of nobody. */
@Controller
final class ErrorPage implements ErrorController {

  private final ErrorAnswers answers;

  ErrorPage(ErrorAnswers answers) {
    this.answers = answers;
  }

  @RequestMapping("${server.error.path:${error.path:/error}}")
  Object error(HttpServletRequest request) {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      ProblemException unknown =
          new ProblemException(ProblemType.NOT_FOUND, "There is nothing at this address.");
      return answers.answer(unknown, request.getRequestURI());
    }
    Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return answers.answer(problem(request), String.valueOf(uri));
  }

  private static ProblemException problem(HttpServletRequest request) {
    if (request.getAttribute(Problems.ATTRIBUTE) instanceof ProblemException known) {
      return known;
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure) {
      return ProblemOf.exception(failure);
    }
    return ProblemOf.status(status instanceof Integer code ? code : 500);
  }
}
