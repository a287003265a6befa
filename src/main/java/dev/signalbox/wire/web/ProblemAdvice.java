package dev.signalbox.wire.web;

import dev.signalbox.wire.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** The one place where an exception becomes an answer. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {

  private final ErrorAnswers answers;

  ProblemAdvice(ErrorAnswers answers) {
    this.answers = answers;
  }

  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void callerIsGone() {
    // A live stream whose reader left: there is nobody to answer.
  }

  @ExceptionHandler
  @Nullable Object any(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return null;
    }
    ProblemException problem = ProblemOf.exception(failure);
    return answers.answer(problem, request.getRequestURI());
  }
}
